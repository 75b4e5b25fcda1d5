import type {ContainerCommand} from '../../model/container-group.js';
import {sanitize} from '../../terminal/sanitize.js';
import {isReference} from './secret-patterns.js';
import {secretOfVariable} from './secret-variable.js';
import {mask, maskSecretsIn, secretIn} from './secrets.js';

/**
Programs that take a password behind a short option, and which. Source: their own manuals.
*/
const logins: ReadonlyArray<readonly [program: RegExp, option: RegExp]> = [
	[/^(?:mysql\w*|mariadb[\w\-]*)$/v, /^-p(?<value>.*)$/v],
	[/^(?:mongo\w*|sshpass|influx|rabbitmqadmin|cqlsh|docker|podman|buildah|skopeo|crane|oras|az|helm)$/v, /^-p(?<value>.*)$/v],
	[/^(?:sqlcmd|bcp)$/v, /^-P(?<value>.*)$/v],
	[/^redis-cli$/v, /^-a(?<value>.*)$/v],
	[/^ldap\w+$/v, /^-w(?<value>.*)$/v],
	[/^(?:curl|wget|http)$/v, /^(?:-u|--user(?:=|$)|-a)(?<value>.*)$/v],
];

/**
Options of the same letter that are followed by a number are none: `docker run -p 80:80`.
*/
const isHarmless = (value: string): boolean => value === '' || value.startsWith('-') || isReference(value) || /^[\d.:]+(?:\/(?:tcp|udp))?$/v.test(value);

type Words = {readonly words: string[]; secret: string | undefined};

const note = (found: Words, at: number, masked: string, secret: string): void => {
	found.words[at] = masked;
	found.secret ??= secret;
};

const behindOption = 'a password on the command line';

const isSignIn = (option: RegExp, value: string): boolean => !option.source.includes('--user') || /^[^:]+:.+/v.test(value);

/**
`mysql -pSecret`, `az login -p Secret`, `curl -u name:secret`.
*/
const maskLogins = (found: Words): void => {
	const {words} = found;
	let option: RegExp | undefined;
	for (const [index, word] of words.entries()) {
		const program = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLowerCase();
		option = logins.find(([name]) => name.test(program))?.[1] ?? option;
		const value = option?.exec(word)?.groups?.value;
		if (option === undefined || value === undefined) {
			continue;
		}

		if (value === '') {
			const next = words[index + 1] ?? '';
			if (!isHarmless(next) && isSignIn(option, next)) {
				note(found, index + 1, mask, behindOption);
			}
		} else if (!isHarmless(value) && isSignIn(option, value)) {
			note(found, index, `${word.slice(0, word.length - value.length)}${mask}`, behindOption);
		}
	}
};

/**
`--password`, `secret`: an option of such a name has it in the next word.
*/
const maskNamed = (found: Words): void => {
	for (const [index, word] of found.words.entries()) {
		const name = /^--?(?<name>[\w\-.]{2,64})$/v.exec(word)?.groups?.name;
		const next = found.words[index + 1] ?? '';
		if (name !== undefined && next !== '' && !next.startsWith('-') && secretOfVariable(name, next) !== undefined) {
			note(found, index + 1, mask, behindOption);
		}
	}
};

const begins = /-----BEGIN [ A-Z]{0,40}PRIVATE KEY/v;

/**
A private key whose lines are words of their own.
*/
const maskKeyLines = (found: Words): void => {
	let isInside = false;
	for (const [index, word] of found.words.entries()) {
		const isEnd = word.includes('-----END ');
		isInside ||= begins.test(word);
		if (!isInside) {
			continue;
		}

		note(found, index, mask, 'a private key');
		isInside = !isEnd;
	}
};

/**
Assignments in front of a command and behind `env` or `export`: `PGPASSWORD=secret psql`.
*/
const maskAssigned = (found: Words): void => {
	for (const [index, word] of found.words.entries()) {
		// A script has been taken apart already, and what else stands in it is worth reading.
		if (/^(?:-\w*c|\/c|-command)$/iv.test(found.words[index - 1] ?? '')) {
			continue;
		}

		const {name, value = ''} = /^(?:--?)?(?<name>[A-Z_a-z][\w\-.]{0,80})=(?<value>[\s\S]+)$/v.exec(word)?.groups ?? {};
		if (name !== undefined && secretOfVariable(name, value) !== undefined) {
			note(found, index, `${word.slice(0, word.length - value.length)}${mask}`, behindOption);
		}
	}
};

const maskParts = (found: Words): void => {
	maskKeyLines(found);
	maskAssigned(found);
	maskNamed(found);
	maskLogins(found);
};

/**
A word that a shell takes apart, as in `sh -c "mysql -pSecret"`: looked at as a command of its own.
*/
const maskScript = (word: string): Words => {
	// Blanks are kept as they are: every second part.
	const parts = word.split(/(?<blank>[\s;]+)/v);
	const script: Words = {words: parts.filter((_, index) => index % 2 === 0), secret: undefined};
	maskParts(script);
	return {words: [parts.map((part, index) => (index % 2 === 0 ? script.words[index / 2] : part)).join('')], secret: script.secret};
};

const longestWord = 4096;

/**
A command with everything masked that looks like a secret: in a word, behind an option, or over several words.
*/
export const maskCommand = (sent: readonly string[]): ContainerCommand => {
	const found: Words = {words: sent.map(word => word.slice(0, longestWord)), secret: undefined};
	maskKeyLines(found);
	for (const [index, word] of found.words.entries()) {
		const kind = secretIn(word);
		const masked = kind === undefined ? word : maskSecretsIn(word);
		const script = /\s/v.test(masked) ? maskScript(masked) : undefined;
		if (kind !== undefined || script?.secret !== undefined) {
			note(found, index, script?.words[0] ?? masked, kind ?? script!.secret!);
		}
	}

	maskParts(found);
	const words = found.words.map((word, index) => sanitize(`${word}${sent[index]!.length > longestWord ? '…' : ''}`, longestWord));
	return found.secret === undefined ? {words} : {words, secret: found.secret};
};
