import {
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {Credential, Principal} from '../../model/principal.js';
import {SourceError} from '../../model/source-error.js';
import {graphOperations} from '../graph/operations.js';
import type {GraphClient} from '../graph/client.js';
import {mapConcurrently} from '../map-concurrently.js';
import {Branch} from '../read/branch.js';
import {readCredentials, readGraphObject, type GraphObject} from '../read/principal.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {unknownOf} from './unknown-of.js';

/**
What Graph takes at once. Source: Microsoft Graph v1.0, `directoryObject: getByIds` (1,000 ids), `$filter` with `in` (15 values).
*/
const mostIds = 1000;
const mostInFilter = 15;

/**
Graph's quota is one for the tenant, and others live by it too.
*/
const mostCalls = 3;

/**
So many groups are opened, and applications asked for, at each reading: each is a request of its own, or a fifteenth of one.
*/
const mostGroups = 200;
const mostApplications = 300;
const mostPages = 10;

const select = 'id,displayName,userPrincipalName,userType,accountEnabled,appId,servicePrincipalType,appOwnerOrganizationId';

const permissionOf = (id: string): string => graphOperations.find(operation => operation.id === id)!.permission;

/**
A refusal of Graph names no permission: this says which one serves.
*/
const withPermission = (error: unknown, id: string): unknown => (error instanceof SourceError && error.detail.cause === 'denied'
	? new SourceError({...error.detail, reason: `Microsoft Graph does not allow it: it takes ${permissionOf(id)}.`, remedy: 'have an administrator consent to it, or leave --graph away'}, {cause: error})
	: error);

const listIn = (body: unknown, what: string): readonly unknown[] => {
	const value = Branch.of(body).list('value');
	if (value === undefined || isUnknown(value)) {
		throw new SourceError({
			cause: 'malformed', reason: `Microsoft Graph's answer holds no list of ${what}.`, remedy: undefined, retryAt: undefined,
		});
	}

	return value;
};

const chunks = <T>(items: readonly T[], size: number): ReadonlyArray<readonly T[]> =>
	Array.from({length: Math.ceil(items.length / size)}, (_, index) => items.slice(index * size, (index + 1) * size));

const isObjectId = (id: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/v.test(id);

const nameThem = async (client: GraphClient, reading: Reading, ids: readonly string[]): Promise<readonly GraphObject[]> => {
	try {
		const answers = await mapConcurrently(chunks(ids, mostIds), mostCalls, async some =>
			client.post(reading, `/v1.0/directoryObjects/getByIds?$select=${select}`, {ids: some, types: ['user', 'group', 'servicePrincipal']}));
		return answers.flatMap(answer => listIn(answer, 'principals').map(document => readGraphObject(document)).filter(object => object !== undefined));
	} catch (error) {
		throw withPermission(error, 'directoryObjects.getByIds');
	}
};

const membersOf = async (client: GraphClient, reading: Reading, id: string): Promise<readonly GraphObject[] | Unknown> => {
	const members: GraphObject[] = [];
	let next: string | undefined = `/v1.0/groups/${id}/transitiveMembers?$select=${select}&$top=999`;
	try {
		for (let page = 0; next !== undefined; page++) {
			if (page >= mostPages) {
				return unknown('not-asked', `It has more than ${members.length} members: no more were read.`);
			}

			// eslint-disable-next-line no-await-in-loop -- each page tells where the next one is
			const body = await client.get(reading, next);
			const read = listIn(body, 'members').map(document => readGraphObject(document));
			if (read.includes(undefined)) {
				return unknown('malformed', 'A member of it has no id.');
			}

			members.push(...read as readonly GraphObject[]);
			const link = Branch.of(body).raw('@odata.nextLink');
			next = typeof link === 'string' && link !== '' ? link : undefined;
		}
	} catch (error) {
		return unknownOf(withPermission(error, 'groups.listTransitiveMembers'));
	}

	return members;
};

const quoted = (ids: readonly string[]): string => ids.map(id => `'${id}'`).join(',');

/**
Credentials by the id in `member`, of those of some ids that are there.
*/
const credentialsBy = async (client: GraphClient, reading: Reading, list: 'applications' | 'servicePrincipals', member: 'appId' | 'id', ids: readonly string[]): Promise<ReadonlyMap<string, Fact<readonly Credential[]>>> => {
	const found = new Map<string, Fact<readonly Credential[]>>();
	await mapConcurrently(chunks(ids, mostInFilter), mostCalls, async some => {
		try {
			const filter = encodeURIComponent(`${member} in (${quoted(some)})`);
			const body = await client.get(reading, `/v1.0/${list}?$filter=${filter}&$select=id,appId,passwordCredentials,keyCredentials`);
			for (const document of listIn(body, list)) {
				const id = Branch.of(document).raw(member);
				if (typeof id === 'string') {
					found.set(id.toLowerCase(), readCredentials(document));
				}
			}
		} catch (error) {
			const fault = unknownOf(withPermission(error, `${list}.list`));
			for (const id of some) {
				found.set(id, fault);
			}
		}
	});
	return found;
};

const bothOf = (one: Fact<readonly Credential[]>, other: Fact<readonly Credential[]>): Fact<readonly Credential[]> =>
	isUnknown(one) ? one : (isUnknown(other) ? other : [...one, ...other]);

const notListed = unknown('not-reported', 'Microsoft Graph does not list it, so that its credentials are not known.');

const elsewhere = unknown('not-asked', 'Its application belongs to another tenant, which alone knows its credentials.');

const tooMany = (what: string, most: number): Unknown => unknown('not-asked', `More than ${most} ${what} hold roles: no more are asked for.`);

type Credentials = ReadonlyMap<string, Fact<readonly Credential[]>>;

/**
When credentials end: those of the service principals themselves, and of their applications where those are at home here.
*/
const readAllCredentials = async (client: GraphClient, reading: Reading, objects: readonly GraphObject[], tenant: string | undefined): Promise<Credentials> => {
	const withApplication = objects.filter(({appId}) => appId !== undefined && isObjectId(appId));
	const asked = withApplication.slice(0, mostApplications);
	const isAtHome = ({ownerTenant}: GraphObject): boolean => tenant === undefined || !isObjectId(tenant) || ownerTenant === undefined || ownerTenant === tenant;
	const [own, applications] = await Promise.all([
		credentialsBy(client, reading, 'servicePrincipals', 'id', asked.map(({principal}) => principal.id)),
		credentialsBy(client, reading, 'applications', 'appId', asked.filter(object => isAtHome(object)).map(({appId}) => appId!)),
	]);
	return new Map(withApplication.map((object, index) => [
		object.principal.id,
		index >= mostApplications
			? tooMany('applications', mostApplications)
			: (isAtHome(object) ? bothOf(own.get(object.principal.id) ?? notListed, applications.get(object.appId!) ?? notListed) : elsewhere),
	]));
};

const gone = (id: string): Principal => ({
	id, kind: 'unknown', isGone: true, name: undefined,
});

/**
What Microsoft Graph tells of some principals, by object id: their names, whether they are guests, blocked or deleted, who is in their
groups, when their credentials end. Members of groups are in it too. A refusal of names rejects; one of members or credentials is unknown.

@param ids object ids in small letters; what is none is passed over
@param tenant id of the tenant, where it is known
*/
export const collectPrincipals = async (session: Session, reading: Reading, ids: readonly string[], tenant?: string): Promise<ReadonlyMap<string, Principal>> => {
	const client = await session.graph();
	const asked = ids.filter(id => isObjectId(id));
	const objects = await nameThem(client, reading, asked);
	const groups = objects.filter(({principal}) => principal.kind === 'group');
	const opened = await mapConcurrently(groups.slice(0, mostGroups), mostCalls, async ({principal}) => [principal.id, await membersOf(client, reading, principal.id)] as const);
	const members = new Map<string, readonly GraphObject[] | Unknown>(opened);
	const credentials = await readAllCredentials(client, reading, objects, tenant);
	const result = new Map<string, Principal>(asked.map(id => [id, gone(id)]));
	for (const {principal} of members.values().flatMap(list => (isUnknown(list) ? [] : list))) {
		result.set(principal.id, principal);
	}

	for (const {principal} of objects) {
		const list = members.get(principal.id) ?? tooMany('groups', mostGroups);
		const own = credentials.get(principal.id);
		result.set(principal.id, {
			...principal,
			...(principal.kind === 'group' && {members: isUnknown(list) ? list : list.map(member => member.principal.id)}),
			...(own !== undefined && {credentials: own}),
		});
	}

	return result;
};
