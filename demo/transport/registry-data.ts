import {Buffer} from 'node:buffer';
import type {PipelineRequest} from '@azure/core-rest-pipeline';
import {days, isoTime, type Json} from '../documents/context.js';
import {imageCount, imageOf, type DemoImage} from '../fleet/images.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import {hexOf} from '../random.js';
import {ok, type Answer} from './answer.js';
import type {World} from './world.js';

/**
The host of a registry: these are public names in every cloud of Azure's own.
*/
export const isRegistryHost = ({hostname}: URL): boolean => hostname.endsWith('.azurecr.io');

const refusal = (status: number, code: string, message: string, headers?: Answer['headers']): Answer => ({status, headers, body: {errors: [{code, message, detail: null}]}});

/**
A registry that is private and has no line from here (its public network access is disabled, and so is where the demo runs).
*/
export const isReachable = ({publicNetwork, trustedServices}: RegistrySpec): boolean => publicNetwork !== false || trustedServices !== false;

/**
A token that says nothing: three parts, the middle one with an end.
*/
const token = (now: number): string => ['{"alg":"none"}', JSON.stringify({exp: Math.floor(now / 1000) + 10_800}), 'demo'].map(part => Buffer.from(part).toString('base64url')).join('.');

const signatureOf = ({digest}: DemoImage, seed: number): string => `sha256:${hexOf(seed, `signature ${digest}`, 64)}`;

const manifest = (digest: string, given: Json): Json => ({
	digest,
	changeableAttributes: {
		deleteEnabled: true, writeEnabled: true, readEnabled: true, listEnabled: true,
	},
	...given,
});

/**
Manifests of one repository, newest first; a signature is a manifest of its own, without a tag.
*/
const manifestsOf = (world: World, registry: RegistrySpec, repository: string): readonly Json[] => {
	const {context} = world;
	const images = Array.from({length: imageCount(registry)}, (_, number) => imageOf(registry, number, context)).filter(image => image.repository === repository);
	return images.toSorted((one, other) => other.pushedAt - one.pushedAt).flatMap((image): readonly Json[] => {
		const time = isoTime(image.pushedAt);
		return [
			manifest(image.digest, {
				imageSize: image.size, createdTime: time, lastUpdateTime: time, architecture: 'amd64', os: 'linux', mediaType: 'application/vnd.docker.distribution.manifest.v2+json', configMediaType: 'application/vnd.docker.container.image.v1+json', tags: [image.tag],
			}),
			...(image.isSigned
				? [manifest(signatureOf(image, context.seed), {
					imageSize: 2100, createdTime: time, lastUpdateTime: isoTime(image.pushedAt + days(0.01)), mediaType: 'application/vnd.oci.image.manifest.v1+json', configMediaType: 'application/vnd.cncf.notary.signature',
				})]
				: []),
		];
	});
};

const repositoriesOf = (world: World, registry: RegistrySpec): readonly string[] =>
	[...new Set(Array.from({length: imageCount(registry)}, (_, number) => imageOf(registry, number, world.context).repository))].toSorted();

/**
A page of a list, with a `Link` to the next as long as there is more.
*/
const page = (url: URL, list: readonly unknown[], member: string, lastOf: (element: unknown) => string, more: Json = {}): Answer => {
	const size = Number(url.searchParams.get('n') ?? 100);
	const last = url.searchParams.get('last');
	const begin = last === null ? 0 : list.findIndex(element => lastOf(element) === last) + 1;
	const part = list.slice(begin, begin + size);
	const hasMore = begin + size < list.length;
	const next = new URLSearchParams({last: lastOf(part.at(-1)), n: String(size), orderby: url.searchParams.get('orderby') ?? ''});
	return ok({...more, [member]: part}, hasMore ? {link: `<${url.pathname}?${next.toString()}>; rel="next"`} : {});
};

const referrersOf = (world: World, registry: RegistrySpec, digest: string): Answer => {
	const image = Array.from({length: imageCount(registry)}, (_, number) => imageOf(registry, number, world.context)).find(candidate => candidate.digest === digest);
	const manifests = image?.isSigned
		? [{
			mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: signatureOf(image, world.context.seed), size: 735, artifactType: 'application/vnd.cncf.notary.signature',
		}]
		: [];
	return ok({schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests});
};

/**
Answers what is asked of a registry itself (data plane 2021-07-01), after its token exchange.
*/
export const answerRegistry = (world: World, registry: RegistrySpec, request: PipelineRequest, url: URL, now: number): Answer => {
	const path = decodeURIComponent(url.pathname);
	if (path === '/oauth2/exchange') {
		return ok({refresh_token: token(now)});
	}

	if (path === '/oauth2/token') {
		return ok({access_token: token(now)});
	}

	const {repository = '', digest = ''} = /^\/(?:acr\/v1|v2)\/(?<repository>.+?)\/(?:_manifests|referrers\/(?<digest>sha256:[\da-f]{64}))$/v.exec(path)?.groups ?? {};
	if (!request.headers.has('authorization')) {
		const scope = path === '/acr/v1/_catalog' ? 'registry:catalog:*' : `repository:${repository}:metadata_read`;
		return refusal(401, 'UNAUTHORIZED', 'authentication required, visit https://aka.ms/acr/authorization for more information.', {
			'www-authenticate': `Bearer realm="https://${url.host}/oauth2/token",service="${url.host}",scope="${scope}",error="invalid_token"`,
		});
	}

	if (path === '/acr/v1/_catalog') {
		return page(url, repositoriesOf(world, registry), 'repositories', String);
	}

	if (digest !== '') {
		return referrersOf(world, registry, digest);
	}

	const manifests = manifestsOf(world, registry, repository);
	return manifests.length === 0
		? refusal(404, 'NAME_UNKNOWN', 'repository name not known to registry')
		: page(url, manifests, 'manifests', element => String((element as Json).digest), {registry: url.host, imageName: repository});
};
