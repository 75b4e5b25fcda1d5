import {severities} from '../../model/severity.js';
import {count} from '../text/words.js';
import type {CatalogueEntry} from './entry.js';
import {referencesOf} from './references.js';

const kindTitles: Readonly<Record<string, string>> = {
	cluster: 'Clusters',
	nodePool: 'Node pools',
	registry: 'Registries',
	subscription: 'Subscriptions',
	diskEncryptionSet: 'Disk encryption sets',
	keyVault: 'Key vaults',
	node: 'Nodes',
	service: 'Services',
	image: 'Images',
	containerGroup: 'Container groups',
	host: 'Hosts of one\'s own',
};

const titleOf = (kind: string): string => kindTitles[kind] ?? kind;

/**
The page is written once, here, and only read as Markdown: what the texts hold must not become markup.
*/
const escaped = (text: string): string => text.replaceAll(/[*<>\[\\\]_`\{\|\}]/gv, String.raw`\$&`);

const referenceLine = (entry: CatalogueEntry): readonly string[] => {
	const references = referencesOf(entry);
	if (references.length === 0) {
		return [];
	}

	const sources = Map.groupBy(references, ({source}) => source);
	const parts = sources.entries().map(([source, own]) => `${source} ${own.map(({id, url}) => (url === undefined ? id : `[${id}](${url})`)).join(', ')}`);
	return [`- **References:** ${parts.toArray().join('; ')}`];
};

const section = (entry: CatalogueEntry): readonly string[] => [
	`### ${entry.id}`,
	'',
	`${escaped(entry.title)} · **${entry.severity}**`,
	'',
	`- **Why:** ${escaped(entry.why)}`,
	`- **Decided by:** ${escaped(entry.decidedBy)}`,
	`- **Effect of the fix:** ${escaped(entry.fix.effect)}`,
	...referenceLine(entry),
	'',
	'```sh',
	entry.fix.command,
	'```',
	'',
];

/**
The whole catalogue as one Markdown page: by kind, each check with all that it says of itself.
*/
export const cataloguePage = (catalogue: readonly CatalogueEntry[]): string => {
	const kinds = Map.groupBy(catalogue, ({kind}) => kind);
	const bySeverity = severities
		.map(severity => ({severity, number: catalogue.filter(entry => entry.severity === severity).length}))
		.filter(({number}) => number > 0)
		.map(({severity, number}) => `${number} ${severity}`);
	const lines = [
		'# The catalogue of checks',
		'',
		'Written by `npm run catalogue` from `source/posture/checks/`; change those, not this page. `crowsnest checks` prints the same.',
		'',
		`${count(catalogue.length, 'check')}: ${bySeverity.join(', ')}. The severity is the check's own; evidence can make a failure milder or worse. In a fix, words in capitals stand for the resource's own names; \`\${NAME:?hint}\` is a value that only a person knows.`,
		'',
		'| kind | checks |',
		'| --- | --- |',
		...kinds.entries().map(([kind, own]) => `| ${titleOf(kind)} | ${own.map(({id}) => `[${id}](#${id})`).join(', ')} |`),
		'',
		...kinds.entries().flatMap(([kind, own]) => [`## ${titleOf(kind)}`, '', ...own.flatMap(entry => section(entry))]),
	];
	return `${lines.join('\n').trimEnd()}\n`;
};
