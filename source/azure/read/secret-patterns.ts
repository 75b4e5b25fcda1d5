/**
What a secret looks like inside a longer text, and what it is called. The group `kept`, where there is one, stays.
*/
export type SecretPattern = {readonly kind: string; readonly pattern: RegExp};

/**
Last words of a name before `:` or `=` whose value is a secret.
*/
const keyWords = [
	String.raw`account[\-_]?key`,
	String.raw`shared[\-_]?access[\-_]?(?:key|signature)`,
	String.raw`shared[\-_]?(?:secret|key)`,
	String.raw`(?:access|api|auth|encryption|master|private|secret|signing|storage)[\-_]?key`,
	'instrumentationkey',
	'password',
	'passwd',
	'passphrase',
	'pwd',
	'secret',
	String.raw`(?:access|auth|bearer|id|refresh|sas|session)?[\-_]?token`,
].join('|');

/**
TypeScript takes a lone `&` inside a class for half an operator.
*/
const inAddress = String.raw`[^\s"&']`;

const value = String.raw`(?:"[^"]*"|'[^']*'|\$\{\w+\}|[^\s"',;\}]+)`;

/**
Every pattern is looked for from left to right in linear time: what repeats is bounded, or of a class that the next piece is not in.
*/
export const secretPatterns: readonly SecretPattern[] = [
	{kind: 'a private key', pattern: /-----BEGIN [ A-Z]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [ A-Z]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/gv},
	{kind: 'a private key', pattern: /(?<kept>PuTTY-User-Key-File-\d: )[\s\S]+/gv},
	{kind: 'a JWT', pattern: /\beyJ[\w\-]{8,}\.[\w\-]{4,}(?:\.[\w\-]*){0,3}/gv},
	{kind: 'a bearer token', pattern: /(?<kept>\bbearer\s+)[\w+\-.\/~]{20,}=*/giv},
	{kind: 'a basic sign-in', pattern: /(?<kept>\bauthorization["']?\s*[:=]\s*["']?basic\s+)[\w+\-.\/~]{6,}=*/giv},
	{kind: 'a basic sign-in', pattern: /(?<kept>"auth"\s*:\s*")[\w+\-\/]{8,}={0,2}(?=")/giv},
	{kind: 'a key or password with its name', pattern: new RegExp(String.raw`(?<kept>(?:${keyWords})["']?\s*[:=]\s*)${value}`, 'giv')},
	{kind: 'a password on the command line', pattern: new RegExp(String.raw`(?<kept>(?<!\S)--?[\w\-]{0,32}?(?:${keyWords})(?:=|\s+))(?:"[^"]*"|'[^']*'|[^\s"'\-=][^\s"']*)`, 'giv')},
	{kind: 'a shared access signature', pattern: new RegExp(String.raw`(?<kept>(?:^|[\s"&';?])sig=)${inAddress}+`, 'giv')},
	{kind: 'a key in an address', pattern: new RegExp(String.raw`(?<kept>:\/\/[^\s"']{1,1024}?[&?](?:access_token|api[\-_]?key|code|key|secret|signature|subscription-key|token)=)${inAddress}{8,}`, 'giv')},
	{kind: 'a password in an address', pattern: /(?<kept>:\/\/[^\s"\/:@]{0,256}:)[^\s"\/@]{1,512}(?=@)/gv},
	{kind: 'a password in an address', pattern: /(?<kept>(?<![\w\-.])[\w\-.]{1,64}:)[^\s"\/:@]{3,128}(?=@(?:tcp|unix)\()/gv},
	{kind: 'an address that lets post', pattern: /(?<kept>https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|[\w\-]{1,63}\.webhook\.office\.com\/webhookb2)\/)[\w\-\/@]{16,}/giv},
	{
		kind: 'a token of a service',
		pattern: /\b(?:gh[oprsu]_[\dA-Za-z]{20,}|github_pat_\w{20,}|glpat-[\w\-]{16,}|xox[abeoprs]-[\w\-]{10,}|npm_[\dA-Za-z]{30,}|(?:AKIA|ASIA)[\dA-Z]{16}|AIza[\w\-]{35}|[rs]k_(?:live|test)_[\dA-Za-z]{16,}|SG\.[\w\-]{16,}\.[\w\-]{16,}|sk-(?:[a-z]{2,6}-)?\w{20,}|hf_[\dA-Za-z]{20,}|pypi-[\w\-]{16,}|dop_v1_[\da-f]{40,}|dapi[\da-f]{32}|hv[bs]\.[\w\-]{20,}|dckr_pat_[\w\-]{20,}|\d{8,10}:AA[\w\-]{33})/gv,
	},
	// An Entra application's secret, a storage account's or registry's key.
	{kind: 'a secret of an application', pattern: /[\w\-.~]{3}\dQ~[\w\-.~]{31,34}/gv},
	{kind: 'a key of Azure', pattern: /(?<![\d+\/A-Za-z])(?:[\d+\/A-Za-z]{86}==|[\d+\/A-Za-z]{43}=)(?![\d+\/=A-Za-z])/gv},
	{kind: 'a key of Azure', pattern: /(?<![\w+\/])[\w+\/]{33,76}(?:\+A(?:BA|CR|MC|RM|St)|A(?:CDb|IoT|PIM)|AzFu|AzSe)[\w+\/]{5,10}={0,2}(?![\w+\/=])/gv},
];

const reference = /^["']?(?:true|false|none|null|undefined|enabled|disabled|yes|no|on|off|\$\{\w+\}|\$\(\w+\)|%[a-z_]\w*%|\{\{[^\{\}]*\}\}|<[\w \-]+>|@microsoft\.keyvault\([^\)]*\)|\*{3,})?["']?$/iv;

/**
A variable of a shell; one in small letters may be a password that begins so.
*/
const shellVariable = /^["']?\$[A-Z_][\dA-Z_]*["']?$/v;

/**
Whether a value only names where the secret stands (`${DB_PASSWORD}`, `@Microsoft.KeyVault(...)`), switches something, or has been masked
already.
*/
export const isReference = (text: string): boolean => reference.test(text) || shellVariable.test(text);
