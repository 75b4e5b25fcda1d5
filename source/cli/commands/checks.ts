import {UsageError} from '../../model/usage-error.js';
import {checks} from '../../posture/checks/index.js';
import {checkDetail} from '../../report/catalogue/detail.js';
import {catalogueOf, type CatalogueEntry} from '../../report/catalogue/entry.js';
import {catalogueTable} from '../../report/catalogue/table.js';
import {nearest} from '../../terminal/nearest.js';
import {sanitize} from '../../terminal/sanitize.js';
import {placeholderOf} from '../placeholder.js';
import type {Command} from './command.js';

/**
Of the JSON: raised when a member changes its meaning or goes.
*/
const version = 1;

const jsonOf = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;

const strayFlag = (flag: string): string => {
	const meant = nearest(flag.replace(/^-*/v, '--'), ['--json']);
	return `checks: ${sanitize(flag, 60)}: checks takes no such flag. ${meant === undefined ? 'It takes --json only.' : `Did you mean ${meant}?`}`;
};

const problemsOf = (argv: readonly string[]): readonly string[] => {
	const ids = argv.filter(argument => !argument.startsWith('-'));
	return [
		...argv.filter(argument => argument.startsWith('-') && argument !== '--json').map(flag => strayFlag(flag)),
		...(ids.length > 1 ? [`checks: it takes one id, and here are ${ids.length}; without an id it prints all.`] : []),
	];
};

const entryOf = (catalogue: readonly CatalogueEntry[], id: string): CatalogueEntry => {
	const entry = catalogue.find(candidate => candidate.id === id.toLowerCase());
	if (entry === undefined) {
		const meant = nearest(id, catalogue.map(candidate => candidate.id));
		throw new UsageError(`checks: there is no check "${sanitize(id, 60)}". ${meant === undefined ? 'crowsnest checks lists them all.' : `Did you mean ${meant}?`}`);
	}

	return entry;
};

/**
`crowsnest checks [ID] [--json]`: the catalogue as a table, one check in full, or either as JSON.
*/
export const checksCommand: Command = async (argv, {columns, out}) => {
	const problems = problemsOf(argv);
	if (problems.length > 0) {
		throw new UsageError(problems);
	}

	const isJson = argv.includes('--json');
	const id = argv.find(argument => !argument.startsWith('-'));
	const catalogue = catalogueOf(checks, placeholderOf);
	if (id === undefined) {
		await out(isJson ? jsonOf({version, count: catalogue.length, checks: catalogue}) : catalogueTable(catalogue, columns));
	} else {
		const entry = entryOf(catalogue, id);
		await out(isJson ? jsonOf(entry) : checkDetail(entry, columns));
	}

	return 0;
};
