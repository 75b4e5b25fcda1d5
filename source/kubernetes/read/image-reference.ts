import {readDigest, readRepository} from '../../azure/read/image-scan.js';
import {intern} from '../../azure/read/intern.js';
import type {ImagePlace} from '../../model/image-scan.js';

/**
Longer than any reference may be: a host, a repository of 256 characters, a tag of 128 and a digest.
*/
const longest = 1024;

const tagPattern = /^[\w\-.]{1,128}$/v;

/**
A reference as a container runtime writes it, taken apart: `busybox` is `docker.io/library/busybox`.
Source: distribution/reference, its grammar and normalisation; containerd writes whole names.

@returns Nothing for what names no repository, such as a digest alone.
*/
export const readImageReference = (sent: unknown): (ImagePlace & {readonly tag: string | undefined}) | undefined => {
	if (typeof sent !== 'string' || sent === '' || sent.length > longest || /^sha\d+:/v.test(sent)) {
		return undefined;
	}

	const text = sent.replace(/^[\-a-z]+:\/\//v, '');
	const at = text.indexOf('@');
	const digest = at === -1 ? undefined : readDigest(text.slice(at + 1));
	const named = at === -1 ? text : text.slice(0, at);
	const slash = named.indexOf('/');
	const first = slash === -1 ? '' : named.slice(0, slash);
	const hasHost = /[.:]/v.test(first) || first === 'localhost';
	const path = hasHost ? named.slice(slash + 1) : named;
	const colon = path.indexOf(':', path.lastIndexOf('/') + 1);
	const repository = readRepository(colon === -1 ? path : path.slice(0, colon));
	if (repository === '') {
		return undefined;
	}

	const tag = colon === -1 ? '' : path.slice(colon + 1);

	return {
		host: hasHost ? intern(first.toLowerCase()) : 'docker.io',
		repository: intern(hasHost || repository.includes('/') ? repository : `library/${repository}`),
		digest,
		tag: tagPattern.test(tag) ? intern(tag) : undefined,
	};
};
