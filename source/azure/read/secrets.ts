import {Buffer} from 'node:buffer';
import {isReference, secretPatterns} from './secret-patterns.js';

/**
What stands in place of a secret: not its length either.
*/
export const mask = '********';

/**
Last words of member names whose value is a secret: `adminPassword`, `clientSecret`, `primaryMasterKey`, `sasToken`.
*/
const secretWords = new RegExp(`(?:${[
	'passwords?',
	'passwd',
	'pwd',
	'passphrase',
	'secrets?',
	'tokens?',
	'credentials?',
	'connectionstrings?',
	'keys?',
	'sas',
	'signature',
	'kubeconfigs?',
	'authorization',
	'cookies?',
	'clientkeydata',
	'clientcertificatedata',
	'pfx',
	'pem',
	'stringdata',
	'securevalue',
	'protectedsettings?',
].join('|')})$`, 'v');

/**
Names that end in `key` and hold none.
*/
const harmlessKeys = new Set(['key', 'publickey', 'publickeys', 'sshpublickey', 'assessmentkey', 'correlationkey', 'topologykey', 'partitionkey', 'labelkey', 'tagkey', 'sortkey']);

/**
Objects under these names hold nothing but secrets: a Kubernetes secret's `data`, an extension's protected settings.
*/
const secretTrees = /^(?:secrets?|passwords?|keys?|tokens?|credentials?|connectionstrings?|protectedsettings?|stringdata|kubeconfigs?)$/v;

const normalise = (name: string): string => name.slice(0, 256).toLowerCase().replaceAll(/[^\da-z]/gv, '');

/**
Whether a member of this name holds a secret when its value is a text or a number.
*/
export const isSecretName = (name: string): boolean => {
	const normal = normalise(name);
	return secretWords.test(normal) && !harmlessKeys.has(normal);
};

/**
Whether everything below a member of this name is secret. Narrower than `isSecretName`, for `secretKeyRef` and
`azureKeyvaultSecretsProvider` are objects that hold none.
*/
export const isSecretSubtree = (name: string): boolean => secretTrees.test(normalise(name));

/**
A tag's name may end in `key` for many reasons (`project-key`), so of those only the ones of a secret count.
*/
const secretKeys = /(?:access|account|api|master|primary|private|secondary|secret|shared|storage|subscription)keys?$/v;

/**
Whether a tag of this name holds a secret.
*/
export const isSecretTag = (name: string): boolean => {
	const normal = normalise(name);
	return secretKeys.test(normal) || (isSecretName(name) && !/keys?$/v.test(normal));
};

// eslint-disable-next-line regexp/no-obscure-range -- from the blank to the last letter of ASCII
const isPrintable = (text: string): boolean => text.length >= 8 && /^[\t\n\r -~]+$/v.test(text);

/**
Longest text of base64 that is decoded, and shortest that can hold a secret.
*/
const base64 = /(?<![\w+\/=])(?:[\d+A-Za-z]|\/(?!\/)){16,8192}={0,2}(?![\w+\/])/gv;

/**
What base64 hides: nothing, where it is none or what it holds is no text.
*/
const decode = (text: string): string | undefined => {
	const decoded = Buffer.from(text, 'base64').toString('latin1');
	return isPrintable(decoded) ? decoded : undefined;
};

type Found = (kind: string) => void;

const maskPatterns = (text: string, onFound: Found | undefined): string => {
	let masked = text;
	for (const {kind, pattern} of secretPatterns) {
		masked = masked.replaceAll(pattern, (...found) => {
			const whole = found[0];
			const groups = found.at(-1) as string | {readonly kept?: string};
			const kept = typeof groups === 'object' ? groups.kept ?? '' : '';
			if (isReference(whole.slice(kept.length))) {
				return whole;
			}

			onFound?.(kind);
			return `${kept}${mask}`;
		});
	}

	return masked;
};

const maskAll = (text: string, onFound?: Found): string => maskPatterns(text, onFound).replaceAll(base64, whole => {
	const decoded = decode(whole);
	const kind = decoded === undefined ? undefined : kindIn(decoded);
	if (kind === undefined) {
		return whole;
	}

	onFound?.(`${kind} in base64`);
	return mask;
});

const kindIn = (text: string): string | undefined => {
	let first: string | undefined;
	maskPatterns(text, kind => {
		first ??= kind;
	});
	return first;
};

/**
Masks what looks like a secret inside a text: private keys, bearer tokens and JWTs, connection strings, SAS signatures,
passwords in addresses and on command lines, well-known token forms, and any of these in base64.
*/
export const maskSecretsIn = (text: string): string => maskAll(text);

/**
What the first secret inside a text is, in words: `a private key`; absent where nothing looks like one.
*/
export const secretIn = (text: string): string | undefined => {
	let first: string | undefined;
	maskAll(text, kind => {
		first ??= kind;
	});
	return first;
};
