import {isReference} from './secret-patterns.js';
import {secretIn} from './secrets.js';

/**
Longer than any name that a person writes.
*/
const longestName = 256;

/**
A name in words: `DB_PASSWORD`, `dbPassword`, `db.password` → `db`, `password`.
*/
const wordsOf = (name: string): readonly string[] => name.slice(0, longestName)
	.replaceAll(/(?<=[\da-z])(?=[A-Z])/gv, ' ')
	.toLowerCase()
	.split(/[^\da-z]+/v)
	.filter(word => word !== '');

/**
What a name ends in that tells about a secret without being one: `PASSWORD_FILE`, `TOKEN_TTL`, `API_KEY_HEADER`.
*/
const aboutSecrets = new Set([
	'address',
	'age',
	'alg',
	'algorithm',
	'alias',
	'attempts',
	'audience',
	'authority',
	'backend',
	'cache',
	'class',
	'count',
	'days',
	'dir',
	'directory',
	'disabled',
	'domain',
	'driver',
	'email',
	'enabled',
	'endpoint',
	'expiration',
	'expires',
	'expiry',
	'field',
	'file',
	'folder',
	'format',
	'header',
	'host',
	'hours',
	'id',
	'ids',
	'interval',
	'issuer',
	'label',
	'length',
	'lifetime',
	'limit',
	'location',
	'manager',
	'max',
	'method',
	'min',
	'minutes',
	'mode',
	'mount',
	'name',
	'names',
	'path',
	'policy',
	'port',
	'prefix',
	'prompt',
	'provider',
	'ref',
	'reference',
	'region',
	'required',
	'role',
	'rotation',
	'samesite',
	'scope',
	'scopes',
	'seconds',
	'secure',
	'server',
	'service',
	'size',
	'store',
	'strategy',
	'suffix',
	'template',
	'timeout',
	'ttl',
	'type',
	'uri',
	'url',
	'user',
	'username',
	'vault',
	'version',
]);

/**
Words that name a secret wherever they stand, written together.
*/
const alwaysSecret = /passwords?|passwd|passphrase|passcode|secret|(?:access|account|api|app|auth|cookie|encryption|hmac|license|master|private|session|shared|signing|storage|subscription)keys?|connectionstrings?|connstr|credentials?/v;

const secretWords = new Set(['pwd', 'pass', 'pat', 'sas', 'token', 'tokens', 'htpasswd', 'kubeconfig']);

/**
What ends in these may be one: what it holds tells.
*/
const doubtfulWords = new Set(['cookie', 'key', 'keys', 'signature']);

/**
Of these a small number is none: `TOKENS=4096`.
*/
const countedWords = /tokens?|keys?/v;

/**
A vault's AppRole signs in with it.
*/
const secretId = 'secretid';

const path = /^(?:\/(?:app|data|etc|home|mnt|opt|root|run|secrets|srv|tmp|usr|var)\/|[a-z]:\\|\.{1,2}\/|~\/)[\w\-.\/\\]*$/iv;

/**
A file with an ending, in any folder.
*/
const file = /^(?:\/[\w\-.]{1,64}){1,16}\.[a-z]{2,10}$/iv;

const address = /^[a-z][\d+\-.a-z]*:\/\/[^\s@]+$/iv;

/**
Long and of letters and digits mixed: no word that a person chose.
*/
const isRandom = (value: string): boolean => value.length >= 16 && !/\s/v.test(value) && /\d/v.test(value) && /[A-Za-z]/v.test(value);

const isSecretName = (name: string, value: string): boolean => {
	const words = wordsOf(name);
	const last = words.at(-1) ?? '';
	const together = words.join('');
	if (together.endsWith(secretId)) {
		return true;
	}

	if (aboutSecrets.has(last) || words[0] === 'public' || words.includes('public')) {
		return false;
	}

	if (alwaysSecret.test(together) || words.some(word => secretWords.has(word))) {
		return !(countedWords.test(together) && /^\d{1,5}$/v.test(value));
	}

	if (words.includes('pin')) {
		return /^\d{4,8}$/v.test(value);
	}

	// `auth` and `key` are in many names: what they hold tells.
	return words.includes('auth') ? /^[^\s:]+:[^\s:]+$/v.test(value) : doubtfulWords.has(last) && isRandom(value);
};

/**
What makes the value of a variable look like a secret, in words; absent where nothing does. What only says where one stands (a path, an
address, `${NAME}`, a reference to a vault) is none.
*/
export const secretOfVariable = (name: string, value: string): string | undefined => {
	const kind = secretIn(value);
	if (kind !== undefined) {
		return kind;
	}

	const text = value.trim();
	return isReference(text) || path.test(text) || file.test(text) || address.test(text) || !isSecretName(name, text) ? undefined : 'its name';
};
