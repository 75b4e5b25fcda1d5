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

/**
What a secret looks like inside a longer text; the first group, where there is one, stays.
*/
const patterns: readonly RegExp[] = [
	/-----BEGIN [ A-Z]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [ A-Z]{0,40}PRIVATE KEY-----|$)/gv,
	/\beyJ[\w\-]{8,}\.[\w\-]{4,}(?:\.[\w\-]*)?/gv,
	/(?<kept>\b(?:bearer|authorization:\s*basic)\s+)[\w+\-.\/~]{20,}=*/giv,
	// eslint-disable-next-line @stylistic/max-len
	/(?<kept>\b(?:accountkey|sharedaccesskey|sharedsecret|sharedkey|accesskey|api[\-_]?key|password|passwd|pwd|secret|client[\-_]?secret|token|access[\-_]?token|instrumentationkey)["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s"',;\}]+)/giv,
	/(?<kept>--?(?:password|secret|token|client-secret|account-key|sas-token)(?:=|\s+))(?:"[^"]*"|'[^']*'|[^\s"'=][^\s"']*)/giv,
	/(?<kept>[&;?]sig=)\S+/giv,
	/(?<kept>:\/\/[^\s"\/:@]{1,256}:)[^\s"\/@]{1,512}(?=@)/gv,
	/\b(?:gh[opsu]_[\dA-Za-z]{20,}|github_pat_\w{20,}|glpat-[\w\-]{16,}|xox[abprs]-[\w\-]{10,}|npm_[\dA-Za-z]{30,})/gv,
	// An Entra application's secret, a storage account's or registry's key.
	/[\w\-.~]{3}\dQ~[\w\-.~]{31,34}/gv,
	/(?<![\d+\/A-Za-z])(?:[\d+\/A-Za-z]{86}==|[\d+\/A-Za-z]{43}=)(?![\d+\/=A-Za-z])/gv,
];

/**
Masks what looks like a secret inside a text: private keys, bearer tokens and JWTs, connection strings, SAS signatures,
passwords in addresses and on command lines, well-known token forms.
*/
export const maskSecretsIn = (text: string): string => {
	let masked = text;
	for (const pattern of patterns) {
		masked = masked.replaceAll(pattern, (...found) => {
			const groups = found.at(-1) as string | {readonly kept?: string};
			return `${typeof groups === 'object' ? groups.kept ?? '' : ''}${mask}`;
		});
	}

	return masked;
};
