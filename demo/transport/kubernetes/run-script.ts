import type {Json} from '../../documents/context.js';
import type {Site} from '../../inside/site.js';
import {listNamed} from './lists.js';
import {versionBody} from './version-body.js';

/**
One cell of a jsonpath template: texts as they are, everything else as JSON, nothing for what is not there (kubectl's reference, JSONPath).
*/
const cellOf = (document: Json, path: string): string => {
	let value: unknown = document;
	for (const name of path.split('.')) {
		value = (value as Json | undefined)?.[name];
	}

	if (value === undefined || value === null) {
		return '';
	}

	return typeof value === 'string' ? value : JSON.stringify(value);
};

type Rows = {readonly code: number; readonly text: string};

const jsonpath = /-o jsonpath='\{range \.items\[(?<filter>[^\]]*)\]\}(?<cells>.*)\{"\\n"\}\{end\}'/v;

/**
What `kubectl get RESOURCE -o jsonpath='{range .items[*]}{.a.b}{"\t"}...{"\n"}{end}'` prints; a filter compares one member with one word.
*/
const get = (site: Site, command: string): Rows => {
	const resource = /kubectl get (?<resource>[a-z]+)/v.exec(command)?.groups?.resource ?? '';
	const list = listNamed(resource);
	const {filter = '*', cells = ''} = jsonpath.exec(command)?.groups ?? {};
	if (!list || list.isInstalled?.(site) === false) {
		return {code: 1, text: `error: the server doesn't have a resource type "${resource}"`};
	}

	if (site.cluster.forbidden?.includes(resource)) {
		return {code: 1, text: `Error from server (Forbidden): ${resource} is forbidden: User "clusterUser" cannot list resource "${resource}" at the cluster scope`};
	}

	const condition = /@\.(?<path>[\w.]+)=="(?<word>[^"]*)"/v.exec(filter)?.groups;
	const paths = cells.matchAll(/\{\.(?<path>[\w.]+)\}/gv).map(match => match.groups!.path!).toArray();
	const documents = list.documents(site).filter(document => condition === undefined || cellOf(document, condition.path!) === condition.word);
	return {code: 0, text: documents.map(document => paths.map(path => cellOf(document, path)).join('\t')).join('\n')};
};

const partPattern = /^part (?<name>\w+) '(?<command>.*)'$/gmv;

/**
What the script of `source/kubernetes/run-command-script.ts` prints in a cluster of the demo: its parts, each run by the little of kubectl that
they take.
*/
export const runScript = (site: Site, script: string): string => {
	const mark = /printf '\\n(?<mark>\S+) begin/v.exec(script)?.groups?.mark ?? '';
	return script.matchAll(partPattern).map(({groups}) => {
		const {name = '', command = ''} = groups ?? {};
		const {code, text} = command.includes('--raw /version')
			? {code: 0, text: JSON.stringify(versionBody(site))}
			: get(site, command.replaceAll(String.raw`'\''`, '\''));
		return `\n${mark} begin ${name}\n${text}\n\n${mark} end ${name} ${code}\n`;
	}).toArray().join('');
};
