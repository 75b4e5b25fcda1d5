import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';

type ImageAt = {readonly host: string};

/**
A look into a cluster, as far as it tells what its pods run.
*/
export type LookAtImages = {readonly readAt: number; readonly images?: Fact<readonly ImageAt[]>};

/**
A host that running images come from.
*/
export type PulledHost = {
	readonly host: string;
	/**
	How many different images.
	*/
	readonly images: number;
	/**
	The registry of the fleet that it is; absent for one outside.
	*/
	readonly registry: Registry | undefined;
	/**
	Whether everybody may publish or pull there.
	*/
	readonly isPublic: boolean;
};

/**
Registries that are open to everybody. Source: their own documentation, August 2026.
*/
const publicHosts: ReadonlySet<string> = new Set(['docker.io', 'registry-1.docker.io', 'index.docker.io', 'ghcr.io', 'quay.io', 'gcr.io', 'registry.k8s.io', 'k8s.gcr.io', 'public.ecr.aws', 'mcr.microsoft.com', 'registry.gitlab.com', 'docker.elastic.co', 'cgr.dev']);

/**
Whether everybody may publish or pull at a host, in small letters.
*/
export const isPublicHost = (host: string): boolean => publicHosts.has(host);

const notLooked = unknown('not-asked', 'nobody has looked into the cluster: press I, or start with --inside');

const notTold = unknown('not-reported', 'the look into the cluster does not tell what its pods run');

/**
Where the images come from that a cluster runs now, the most images first. Unknown where nobody has looked.
*/
export const pulledHostsOf = (look: LookAtImages | undefined, registries: readonly Registry[]): Fact<readonly PulledHost[]> => {
	if (look === undefined) {
		return notLooked;
	}

	const images = look.images ?? notTold;
	if (isUnknown(images)) {
		return images;
	}

	const byLoginServer = new Map(registries.flatMap(registry => {
		const server = valueOf(registry.loginServer);
		return server === undefined ? [] : [[server.toLowerCase(), registry] as const];
	}));
	return Map.groupBy(images, ({host}) => host.toLowerCase())
		.entries()
		.map(([host, own]): PulledHost => ({
			host, images: own.length, registry: byLoginServer.get(host), isPublic: publicHosts.has(host),
		}))
		.toArray()
		.toSorted((one, other) => other.images - one.images || (one.host < other.host ? -1 : 1)); // eslint-disable-line @typescript-eslint/strict-boolean-expressions
};
