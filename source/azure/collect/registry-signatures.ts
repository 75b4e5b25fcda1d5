import type {ContainerRegistryClient} from '@azure/container-registry';
import {createPipelineRequest, type PipelineRequest, type PipelineResponse} from '@azure/core-rest-pipeline';
import {imageName} from '../../model/image.js';
import {unknown, type Fact} from '../../model/known.js';
import type {RegistryManifest, SignatureSample} from '../../model/registry-contents.js';
import {SourceError, unknownCauses} from '../../model/source-error.js';
import {readDocument, type Reading} from '../reading.js';

/**
So many of the newest tags are looked at: one request each.
*/
const sampled = 10;

const notation = 'application/vnd.cncf.notary.signature';

const cosign = 'application/vnd.dev.cosign.artifact.sig.v1+json';

/**
The client has no call for referrers; they are asked through its own pipeline, which signs in.
*/
type WithPipeline = {readonly client: {readonly sendRequest: (request: PipelineRequest) => Promise<PipelineResponse>}};

const isSignature = (element: unknown): boolean => {
	const {artifactType, mediaType} = (typeof element === 'object' && element !== null ? element : {}) as {readonly artifactType?: unknown; readonly mediaType?: unknown};
	return [artifactType, mediaType].some(type => type === notation || type === cosign);
};

const hasReferrer = async (client: ContainerRegistryClient, reading: Reading, repository: string, digest: string): Promise<boolean> => {
	const {client: pipeline} = client as unknown as WithPipeline;
	const body = await readDocument(reading, async () => pipeline.sendRequest(createPipelineRequest({
		url: `${client.endpoint}/v2/${repository}/referrers/${digest}`, method: 'GET', abortSignal: reading.signal,
	})));
	const {manifests} = (typeof body === 'object' && body !== null ? body : {}) as {readonly manifests?: unknown};
	if (!Array.isArray(manifests)) {
		throw new SourceError({
			cause: 'malformed', reason: 'The registry answered without a list of referrers.', remedy: undefined, retryAt: undefined,
		});
	}

	return (manifests as readonly unknown[]).some(element => isSignature(element));
};

const isTagged = (manifest: RegistryManifest): manifest is RegistryManifest & {readonly digest: string} =>
	manifest.type !== 'other' && manifest.tagNames.length > 0 && manifest.digest?.startsWith('sha256:') === true;

/**
Looks whether the newest tags of a registry are signed: by a referrer (notation, newer cosign), or by a tag of its name
(older cosign).

@param manifests Everything that was listed.
*/
export const collectSignatures = async (client: ContainerRegistryClient, reading: Reading, manifests: readonly RegistryManifest[]): Promise<Fact<SignatureSample>> => {
	const tags = new Set(manifests.flatMap(({repository, tagNames}) => tagNames.map(tag => `${repository}:${tag}`)));
	const newest = manifests.filter(manifest => isTagged(manifest)).toSorted((one, other) => (other.updated ?? 0) - (one.updated ?? 0)).slice(0, sampled);
	const signed: string[] = [];
	const unsigned: string[] = [];
	try {
		for (const {repository, digest, tagNames} of newest) {
			const name = imageName({host: '', repository, digest}, tagNames);
			const hasTag = tags.has(`${repository}:${digest.replace(':', '-')}.sig`);
			// eslint-disable-next-line no-await-in-loop -- one after the other spares the registry
			(hasTag || await hasReferrer(client, reading, repository, digest) ? signed : unsigned).push(name);
		}
	} catch (error) {
		if (!(error instanceof SourceError)) {
			throw error;
		}

		return unknown(unknownCauses[error.detail.cause], `Signatures could not be looked for: ${error.detail.reason}`);
	}

	return {signed, unsigned};
};
