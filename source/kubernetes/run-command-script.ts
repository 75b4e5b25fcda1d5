import {SourceError} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';
import {kubernetesLists, type KubernetesList} from './kubernetes-reader.js';
import {membersOf} from './members.js';
import {clusterOperation} from './operations.js';

/**
Where a column goes: `metadata.name` for a text, a path behind `json:` for what kubectl prints as JSON.
*/
type Column = {readonly path: string; readonly isJson: boolean};

const texts = (...paths: readonly string[]): readonly Column[] => paths.map(path => ({path, isJson: false}));

const json = (...paths: readonly string[]): readonly Column[] => paths.map(path => ({path, isJson: true}));

const namespaced = texts('metadata.namespace', 'metadata.name', 'metadata.creationTimestamp');

const named = texts('metadata.name', 'metadata.creationTimestamp');

/**
What of each document is read: whole ones would be cut off. Objects come as JSON since kubectl 1.19 (kubernetes/kubernetes#89660).
*/
const columns: Readonly<Record<KubernetesList, readonly Column[]>> = {
	nodes: [...named, ...json('metadata.labels', 'metadata.annotations', 'spec', 'status.conditions', 'status.addresses', 'status.nodeInfo')],
	services: [...namespaced, ...json('metadata.annotations', 'spec', 'status')],
	ingresses: [...namespaced, ...json('metadata.annotations', 'spec', 'status')],
	gateways: [...namespaced, ...json('metadata.annotations', 'spec', 'status')],
	httpRoutes: [...namespaced, ...json('spec', 'status')],
	networkPolicies: [...namespaced, ...json('spec')],
	daemonSets: [...namespaced, ...json('metadata.labels', 'metadata.annotations', 'spec.template.spec.containers', 'status')],
	storageClasses: [...named, ...texts('provisioner'), ...json('metadata.annotations', 'parameters')],
	clusterRoleBindings: [...named, ...json('roleRef', 'subjects')],
	pods: [...texts('metadata.namespace', 'metadata.name', 'status.phase'), ...json('status.containerStatuses')],
};

/**
Documents that matter; the others of these kinds are not read.
*/
const filters: Readonly<Partial<Record<KubernetesList, string>>> = {clusterRoleBindings: '?(@.roleRef.name=="cluster-admin")'};

/**
Kubectl keeps a copy of what was applied there: half of the output, and nothing that is read.
*/
const withoutCopies = String.raw`sed -E 's#("kubectl[.]kubernetes[.]io/last-applied-configuration":)"([^"\\]|\\.)*"#\1""#g'`;

const template = (list: KubernetesList): string => {
	const cells = columns[list].map(({path}) => `{.${path}}`).join(String.raw`{"\t"}`);
	return String.raw`{range .items[${filters[list] ?? '*'}]}${cells}{"\n"}{end}`;
};

const kubectl = (list: KubernetesList): string => {
	const {resource, group} = clusterOperation(list);
	return `kubectl get ${group === '' ? resource : `${resource}.${group}`} --all-namespaces --chunk-size=500 -o jsonpath='${template(list)}'`;
};

/**
The shell script that reads a cluster from within. It only reads.

@param mark Marks where a part begins and ends; nobody could have written it into a document beforehand.
*/
export const runCommandScript = (mark: string): string => [
	String.raw`part() { printf '\n${mark} begin %s\n' "$1"; out=$(eval "$2" 2>&1); code=$?; printf '%s\n' "$out" | ${withoutCopies}; printf '\n${mark} end %s %s\n' "$1" "$code"; }`,
	'part version \'kubectl get --raw /version\'',
	...kubernetesLists.map(list => `part ${list} '${kubectl(list).replaceAll('\'', String.raw`'\''`)}'`),
].join('\n');

export type RunCommandPart =
	| {readonly state: 'whole'; readonly code: number; readonly text: string}
	/**
	The output ends before it does.
	*/
	| {readonly state: 'cut'};

/**
Takes the output of the script apart. A part that does not end is cut off, and so is one that does not begin.
*/
export const splitOutput = (logs: string, mark: string): ReadonlyMap<string, RunCommandPart> => {
	const parts = new Map<string, RunCommandPart>();
	for (const piece of `\n${logs}`.split(`\n${mark} begin `).slice(1)) {
		const line = piece.indexOf('\n');
		const name = line === -1 ? piece : piece.slice(0, line);
		const end = piece.lastIndexOf(`\n${mark} end ${name} `);
		const code = end === -1 ? undefined : /^\d{1,3}(?=\n|$)/v.exec(piece.slice(end + `\n${mark} end ${name} `.length))?.[0];
		parts.set(name, code === undefined ? {state: 'cut'} : {state: 'whole', code: Number(code), text: piece.slice(line + 1, Math.max(line + 1, end))});
	}

	return parts;
};

const malformed = (list: KubernetesList): SourceError => new SourceError({
	cause: 'malformed', reason: `The run command gave no list of ${clusterOperation(list).resource} that can be read.`, remedy: undefined, retryAt: undefined,
});

type Building = Record<string, unknown>;

const put = (document: Building, path: string, value: unknown): void => {
	const names = path.split('.');
	let target = document;
	for (const name of names.slice(0, -1)) {
		target[name] ??= {};
		target = target[name] as Building;
	}

	target[names.at(-1)!] = value;
};

const readRow = (row: string, list: KubernetesList): unknown => {
	const cells = row.split('\t');
	if (cells.length !== columns[list].length) {
		throw malformed(list);
	}

	const document: Building = {};
	for (const [index, {path, isJson}] of columns[list].entries()) {
		const cell = cells[index]!;
		if (cell === '') {
			continue;
		}

		try {
			put(document, path, isJson ? JSON.parse(cell) as unknown : cell);
		} catch {
			throw malformed(list);
		}
	}

	return document;
};

/**
The documents of one part, as far as they were asked for: members in their places, as the API sends them.

@throws SourceError for what kubectl could not read, in its words.
*/
export const readRows = (list: KubernetesList, code: number, text: string): readonly unknown[] | undefined => {
	if (code === 0) {
		return text.split('\n').filter(row => row.trim() !== '' && !row.startsWith('Warning:')).map(row => readRow(row, list));
	}

	const {resource, isOptional} = clusterOperation(list);
	if (isOptional && /doesn't have a resource type|could not find the requested resource/v.test(text)) {
		return undefined;
	}

	const [said = ''] = text.trim().split('\n', 1);
	const isDenied = /\(Forbidden\)|is forbidden/v.test(text);
	throw new SourceError({
		cause: isDenied ? 'denied' : 'unreachable',
		reason: `kubectl could not list ${resource} in the cluster: ${sanitize(said, 200)}.`,
		remedy: isDenied ? 'give the identity a role inside the cluster that may list it' : undefined,
		retryAt: undefined,
	});
};

/**
The document of `/version`.
*/
export const readVersion = (text: string): unknown => {
	try {
		return membersOf(JSON.parse(text));
	} catch {
		return {};
	}
};
