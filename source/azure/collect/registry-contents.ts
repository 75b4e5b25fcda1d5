import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {ContentGaps, RegistryContents, RegistryManifest} from '../../model/registry-contents.js';
import type {Registry} from '../../model/registry.js';
import {SourceError, unknownCauses} from '../../model/source-error.js';
import {sanitize} from '../../terminal/sanitize.js';
import {readManifest} from '../read/registry-manifest.js';
import {readList, type Reading} from '../reading.js';
import {isRepositoryName} from '../registry/guard-registry.js';
import type {Session} from '../session.js';
import {collectSignatures} from './registry-signatures.js';

export type ContentLimits = {
	/**
	Repositories of one registry that are read.
	*/
	readonly repositories: number;
	/**
	Manifests of one repository, the newest first, and of all.
	*/
	readonly ofRepository: number;
	readonly manifests: number;
	/**
	Manifests, and repositories, that are asked for at once.
	*/
	readonly pageSize: number;
};

export const contentLimits: ContentLimits = {
	repositories: 1000, ofRepository: 200, manifests: 10_000, pageSize: 100,
};

/**
A registry names itself with letters and digits alone, in every cloud. Source: Microsoft.ContainerRegistry, naming rules.
*/
const hostPattern = /^[0-9a-z](?:[\-0-9a-z]*[0-9a-z])?(?:\.[\-0-9a-z]+)+(?::\d{1,5})?$/v;

/**
Why a registry could not be read, in words that lead out.
*/
const explain = (error: SourceError, registry: Registry): SourceError => {
	const {cause, reason, retryAt} = error.detail;
	if (cause === 'denied' || cause === 'sign-in') {
		const isAbac = valueOf(registry.roleAssignmentMode) === 'AbacRepositoryPermissions';
		const roles = isAbac ? 'Container Registry Repository Reader and Container Registry Repository Catalog Lister' : 'AcrPull';
		return new SourceError({
			cause: 'denied', reason: `The registry does not let this identity list what it holds: ${reason}`, remedy: `It needs ${roles} on the registry, and a way past its firewall.`, retryAt,
		}, {cause: error});
	}

	const isClosed = valueOf(registry.publicNetworkAccess) === 'Disabled';
	return cause === 'unreachable' && isClosed
		? new SourceError({
			cause, reason: `${reason} Its public network access is disabled.`, remedy: 'Run crowsnest where its private endpoint is reached.', retryAt,
		}, {cause: error})
		: error;
};

const toFact = (error: SourceError) => {
	const {cause, reason, remedy} = error.detail;
	return unknown(unknownCauses[cause], remedy === undefined ? reason : `${reason} ${remedy}`);
};

type Listed = {readonly names: readonly string[]; readonly isComplete: boolean; readonly strange: number};

const malformed = (reason: string): SourceError => new SourceError({
	cause: 'malformed', reason, remedy: undefined, retryAt: undefined,
});

type Client = Awaited<ReturnType<Session['registry']>>;

const listRepositories = async (client: Client, reading: Reading, {repositories, pageSize}: ContentLimits): Promise<Listed> => {
	const names: string[] = [];
	let strange = 0;
	for await (const page of readList(reading, () => ({byPage: () => client.listRepositoryNames().byPage({maxPageSize: pageSize})}), 'repositories')) {
		if (page === undefined) {
			throw malformed('The registry answered without a list of repositories.');
		}

		for (const name of page) {
			if (typeof name === 'string' && isRepositoryName(name)) {
				names.push(name);
			} else {
				strange++;
			}
		}

		if (names.length + strange >= repositories) {
			return {names: names.slice(0, repositories), isComplete: false, strange};
		}
	}

	return {names, isComplete: true, strange};
};

const listManifests = async (client: Client, reading: Reading, repository: string, {ofRepository, pageSize}: ContentLimits): Promise<{readonly manifests: readonly RegistryManifest[]; readonly isComplete: boolean}> => {
	const manifests: RegistryManifest[] = [];
	for await (const page of readList(reading, () => ({
		byPage: () => client.getRepository(repository).listManifestProperties({order: 'LastUpdatedOnDescending'}).byPage({maxPageSize: pageSize}),
	}), 'manifests')) {
		if (page === undefined) {
			throw malformed(`The registry answered without a list of manifests of ${sanitize(repository, 80)}.`);
		}

		manifests.push(...page.map(document => readManifest(document, repository)));
		if (manifests.length > ofRepository) {
			return {manifests: manifests.slice(0, ofRepository), isComplete: false};
		}
	}

	return {manifests, isComplete: true};
};

type Found = {readonly manifests: RegistryManifest[]; readonly repositories: number; readonly gaps: ContentGaps | undefined};

const hasGap = ({cut, closed, strange, hasMore}: ContentGaps): boolean => hasMore || cut + closed + strange > 0;

const all = async (client: Client, reading: Reading, limits: ContentLimits): Promise<Found> => {
	const {names, isComplete, strange} = await listRepositories(client, reading, limits);
	const manifests: RegistryManifest[] = [];
	let cut = 0;
	let closed = 0;
	let read = 0;
	for (const name of names) {
		if (manifests.length >= limits.manifests) {
			break;
		}

		read++;
		try {
			// eslint-disable-next-line no-await-in-loop -- one after the other spares the registry
			const found = await listManifests(client, reading, name, limits);
			manifests.push(...found.manifests);
			cut += found.isComplete ? 0 : 1;
		} catch (error) {
			// Under ABAC an identity may list a repository that it may not read; one that was just deleted is not there.
			if (!(error instanceof SourceError) || (error.detail.cause !== 'denied' && error.detail.cause !== 'not-found')) {
				throw error;
			}

			closed++;
		}
	}

	const gaps = {
		cut, most: limits.ofRepository, closed, strange, hasMore: !isComplete || read < names.length,
	};
	return {manifests, repositories: names.length + strange, gaps: hasGap(gaps) ? gaps : undefined};
};

/**
Reads what one registry holds: repositories, tags, manifests, and whether the newest are signed. Never a layer or a
configuration. Rejects with the signal's reason only: what cannot be read is unknown.

@param session Whose client of the registry is asked.
@param reading Its signal ends it, its grants must hold `registryContents`.
*/
export const collectRegistryContents = async (session: Session, reading: Reading, registry: Registry, limits = contentLimits): Promise<RegistryContents> => {
	const {key, loginServer} = registry;
	const nothing = (reason: Fact<never>): RegistryContents => ({
		registryKey: key, manifests: reason, repositories: 0, isComplete: false, signatures: reason, readAt: Date.now(),
	});
	const host = valueOf(loginServer)?.toLowerCase() ?? '';
	if (!hostPattern.test(host)) {
		return nothing(isUnknown(loginServer) ? loginServer : unknown('not-reported', '`properties.loginServer` names no host that can be asked.'));
	}

	try {
		const client = await session.registry(host);
		const {manifests, repositories, gaps} = await all(client, reading, limits);
		return {
			registryKey: key, manifests, repositories, isComplete: gaps === undefined, gaps, signatures: await collectSignatures(client, reading, manifests), readAt: Date.now(),
		};
	} catch (error) {
		reading.signal.throwIfAborted();
		if (error instanceof SourceError) {
			return nothing(toFact(explain(error, registry)));
		}

		throw error;
	}
};
