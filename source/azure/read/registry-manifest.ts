import type {ManifestType} from '../../model/image.js';
import {valueOf} from '../../model/known.js';
import type {RegistryManifest} from '../../model/registry-contents.js';
import {Branch} from './branch.js';
import {readDigest, readTagNames, readTime} from './image-scan.js';

const imageConfigs = new Set(['application/vnd.docker.container.image.v1+json', 'application/vnd.oci.image.config.v1+json']);

/**
Where what belongs to an image is put by those that know no referrers: `sha256-DIGEST.sig` (cosign), `sha256-DIGEST` (OCI's fallback).
*/
const attachedTag = /^sha256-[\da-f]{64}(?:\.\w{1,16})?$/v;

const typeOf = (manifest: Branch, tagNames: readonly string[]): ManifestType => {
	if (tagNames.length > 0 && tagNames.every(tag => attachedTag.test(tag))) {
		return 'other';
	}

	const media = (valueOf(manifest.word('mediaType')) ?? '').toLowerCase();
	if (media.includes('manifest.list') || media.includes('image.index')) {
		return 'index';
	}

	const config = (valueOf(manifest.word('configMediaType')) ?? '').toLowerCase();
	return config === '' || imageConfigs.has(config) ? 'image' : 'other';
};

/**
Reads one manifest as `/acr/v1/{repository}/_manifests` lists it (ManifestAttributesBase, 2021-07-01). Never throws.
*/
export const readManifest = (document: unknown, repository: string): RegistryManifest => {
	const manifest = Branch.of(document);
	const tagNames = readTagNames(manifest.raw('tags'));
	const size = valueOf(manifest.number('imageSize'));
	const os = valueOf(manifest.word('os'))?.toLowerCase() ?? '';
	return {
		repository,
		digest: readDigest(manifest.raw('digest')),
		tagNames,
		type: typeOf(manifest, tagNames),
		os: os === '' ? undefined : os,
		size: size !== undefined && size >= 0 ? size : undefined,
		created: readTime(manifest.raw('createdTime')),
		updated: readTime(manifest.raw('lastUpdateTime')),
	};
};
