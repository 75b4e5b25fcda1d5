import {readFile} from 'node:fs/promises';
import {UsageError} from '../../model/usage-error.js';
import {factsOfFile, hostFileSchema, type HostFile} from '../../posture/hosts/host-file.js';
import {
	hostAnswers,
	isolationTitles,
	type HostAnswer,
	type Requirement,
} from '../../posture/hosts/requirements.js';
import {readableReason} from '../../settings/open-config-file.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Command} from './command.js';

const longest = 1_000_000;

const usage = 'write crowsnest host FILE.';

const fileOf = (argv: readonly string[]): string => {
	const [file, ...rest] = argv;
	if (file === undefined || file === '') {
		throw new UsageError(`host: it is to be said which machine; ${usage}`);
	}

	const stray = file.startsWith('-') ? file : rest[0];
	if (stray !== undefined) {
		throw new UsageError(`host: ${sanitize(stray, 60)}: it takes one file and no flags; ${usage}`);
	}

	return file;
};

const kinds: Readonly<Record<string, string>> = {
	string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'an object',
};

/**
What is wrong with a member, in words.
*/
const faultOf = ({code, message, ...issue}: {readonly code?: string | undefined; readonly message: string}): string => {
	if (code === 'unrecognized_keys' && 'keys' in issue) {
		return `there is no member ${(issue.keys as readonly string[]).map(key => `\`${sanitize(key, 60)}\``).join(', ')}`;
	}

	if (code === 'invalid_type' && 'expected' in issue) {
		return `it has to be ${kinds[String(issue.expected)] ?? String(issue.expected)}`;
	}

	return ['invalid_format', 'too_small', 'too_big'].includes(code ?? '') ? 'it is not what can stand here' : sanitize(message, 200);
};

const parse = (text: string, shown: string): HostFile => {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\u{FEFF}/v, ''));
	} catch (error) {
		const reason = sanitize(error instanceof Error ? error.message : '', 200);
		throw new UsageError(`${shown}: it is not JSON (${reason}); schemas/host.schema.json tells what it may hold.`, {cause: error});
	}

	const parsed = hostFileSchema.safeParse(value);
	if (!parsed.success) {
		throw new UsageError(parsed.error.issues.map(({path, message, code, ...issue}) => {
			const member = path.length === 0 ? '' : ` \`${sanitize(path.join('.'), 60)}\`:`;
			const what = faultOf({code, message, ...issue});
			return `${shown}:${member} ${what}; schemas/host.schema.json tells what it may hold.`;
		}));
	}

	return parsed.data;
};

const words: Readonly<Record<Requirement['state'], string>> = {
	met: 'met', 'not-met': 'NOT MET', unknown: 'unknown', 'not-needed': 'not needed',
};

const lines = ({isolation, can, requirements}: HostAnswer): readonly string[] => [
	'',
	`With ${isolationTitles[isolation]}: ${can}`,
	...requirements.flatMap(({title, state, evidence, because}) => [
		`  ${words[state].padEnd(11)} ${title}${evidence.value === 'absent' ? '' : ` (${evidence.value})`}`,
		...(because === undefined ? [] : [`              ${because}`]),
	]),
];

/**
`crowsnest host FILE`: can the machine that a JSON file describes run Windows containers? Needs neither Azure nor a terminal.
Exit code 0 whatever the answer, 2 for a file that cannot be read.
*/
export const hostCommand: Command = async (argv, {out}) => {
	const file = fileOf(argv);
	const shown = sanitize(file, 1000);
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		throw new UsageError(`${shown}: ${readableReason(error)}; ${usage}`, {cause: error});
	}

	if (text.length > longest) {
		throw new UsageError(`${shown}: it is longer than a description of one machine; ${usage}`);
	}

	const described = parse(text, shown);
	const name = described.name === undefined ? shown : sanitize(described.name, 256);
	await out([`${name}: can it run Windows containers?`, ...hostAnswers(factsOfFile(described)).flatMap(found => lines(found)), ''].map(line => sanitize(line, 2000)).join('\n'));
	return 0;
};
