import {readFile} from 'node:fs/promises';
import {readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import process from 'node:process';
import {checkDecisions} from '../../decisions/check-text.js';
import {parseDecisions} from '../../decisions/parse-decisions.js';
import {finish} from '../../model/finish.js';
import {UsageError} from '../../model/usage-error.js';
import {isoDay} from '../../posture/calendar.js';
import {checkById} from '../../posture/checks/index.js';
import {loadSettings} from '../../settings/load-settings.js';
import {defaultDecisionsPath, readableReason} from '../../settings/open-config-file.js';
import {nearest} from '../../terminal/nearest.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Command} from './command.js';

const fileFlag = '--decisions';

const usage = 'write crowsnest decisions check [--decisions FILE].';

const strayWord = (word: string): string => {
	const meant = word.startsWith('-') ? nearest(word.replace(/^-*/v, '--'), [fileFlag]) : undefined;
	return `decisions: ${sanitize(word, 60)}: it takes no such ${word.startsWith('-') ? 'flag' : 'word'}. ${meant === undefined ? `W${usage.slice(1)}` : `Did you mean ${meant}?`}`;
};

/**
The file that is named; absent where none is.

@throws UsageError with one sentence for each thing that cannot be meant.
*/
const namedFile = ([what, ...rest]: readonly string[]): string | undefined => {
	if (what !== 'check') {
		const given = what === undefined ? 'it is to be said what to do with them' : `"${sanitize(what, 60)}": there is nothing of that name to do with them`;
		throw new UsageError(`decisions: ${given}; ${usage}`);
	}

	const problems: string[] = [];
	let file: string | undefined;
	const words = rest.values();
	for (const word of words) {
		const isOurs = word === fileFlag || word.startsWith(`${fileFlag}=`);
		if (!isOurs) {
			problems.push(strayWord(word));
			continue;
		}

		const value = word === fileFlag ? words.next().value : word.slice(fileFlag.length + 1);
		if (value === undefined || value === '' || (word === fileFlag && value.startsWith('--'))) {
			problems.push(`${fileFlag}: its value is missing; write ${fileFlag} FILE.`);
		} else if (file !== undefined) {
			problems.push(`${fileFlag}: it may be given once only.`);
		}

		file = value;
	}

	if (problems.length > 0) {
		throw new UsageError(problems);
	}

	return file;
};

/**
The file that the dashboard would read without a flag.
*/
const usualFile = async (): Promise<string> => {
	const input = {env: process.env, home: homedir()};
	const {decisions} = await loadSettings({...input, flags: {}, readFile: file => readFileSync(file, 'utf8')});
	return decisions ?? defaultDecisionsPath(input);
};

/**
`crowsnest decisions check [--decisions FILE]`: every fault of a decisions file as one sentence with its line, without Azure
and without a terminal. Exit code 0 where nothing is to be mended, else 2.
*/
export const decisionsCommand: Command = async (argv, {out}) => {
	const file = namedFile(argv) ?? await usualFile();
	const shown = sanitize(file, 1000);
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		throw new UsageError(`${shown}: ${readableReason(error)}; name a decisions file with ${fileFlag} FILE.`, {cause: error});
	}

	const parsed = finish(parseDecisions(text, file, checkById.keys().toArray()));
	const {text: lines, isFaulty} = checkDecisions(parsed, shown, isoDay(Date.now()));
	await out(lines);
	return isFaulty ? 2 : 0;
};
