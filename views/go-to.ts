import type {Snapshot} from '../source/fleet/snapshot.js';
import type {InsideGrants} from '../source/model/inside.js';
import {longName} from '../source/model/long-name.js';
import type {Resource} from '../source/model/resource.js';
import {checkById} from '../source/posture/checks/index.js';
import {headerDoors} from './parts/header/header-line.js';
import type {
	DrillKind,
	JudgementFilter,
	PaneId,
	Place,
	Trail,
} from './navigation.js';
import {lists} from './lists/index.js';
import {panes} from './panes/index.js';
import type {PaneDefinition} from './panes/pane.js';
import {findResource, isDrillKind, resourcesOf} from './resources.js';
import {surroundings} from './surroundings.js';
import {tabs as tabsByKind} from './drill/tabs.js';

/**
What `:` can do besides going somewhere.
*/
export type Command = 'quit' | 'refresh' | 'pause' | 'help' | 'notices';

export type GoTo =
	| {readonly type: 'trail'; readonly trail: Trail}
	| {readonly type: 'command'; readonly command: Command}
	/**
	A person asks to look inside a cluster, by its key, or inside all.
	*/
	| {readonly type: 'look-inside'; readonly which: string; readonly grant: keyof InsideGrants};

export type GoToCandidate = {
	readonly label: string;
	readonly hint: string;
	readonly value: string;
};

const commands: ReadonlyArray<readonly [label: string, hint: string, command: Command]> = [
	['q', 'quit', 'quit'],
	['quit', 'quit', 'quit'],
	['refresh', 'read everything again', 'refresh'],
	['pause', 'pause polling, or go on', 'pause'],
	['help', 'every key', 'help'],
	['notices', 'errors, notices, what could not be read', 'notices'],
];

/**
Views over the whole fleet, by their names; the last is the one that a place is written with.
*/
const views: ReadonlyArray<readonly [name: string, hint: string, place: Place]> = [
	['todo', 'worklist: what to mend first', {view: 'worklist', by: 'flat'}],
	['worklist', 'what to mend first', {view: 'worklist', by: 'flat'}],
	['chk', 'every check and how it stands', {view: 'checks'}],
	['checks', 'every check and how it stands', {view: 'checks'}],
	['patch', 'how patched every cluster is, riskiest first', {view: 'patching'}],
	['patching', 'how patched every cluster is, riskiest first', {view: 'patching'}],
	['svc', 'every Service, by who can reach it', {view: 'exposure', by: 'flat'}],
	['services', 'every Service, by who can reach it', {view: 'exposure', by: 'flat'}],
	['exp', 'who can reach every Service, widest first', {view: 'exposure', by: 'flat'}],
	['exposure', 'who can reach every Service, widest first', {view: 'exposure', by: 'flat'}],
	['coverage', 'what Defender for Containers covers', {view: 'coverage'}],
	['roles', 'what the classic roles give on a registry', {view: 'roles'}],
	['recommendations', 'the eight recommendations for container instances', {view: 'recommendations'}],
	['score', 'what would raise the score most', {view: 'score'}],
	['changes', 'what is new, fixed or reopened', {view: 'changes', since: 'start'}],
];

const namesOf = (kind: DrillKind): readonly string[] => surroundings.find(candidate => candidate.kind === kind)?.names ?? [];

const fixedCandidates: readonly GoToCandidate[] = [
	...panes.flatMap(pane => pane.names.map(name => ({label: name, hint: pane.title, value: name}))),
	...lists.flatMap(({kind, title}) => namesOf(kind).map(name => ({label: name, hint: kind === 'principal' ? 'who can do what, widest rights first' : `all ${title.toLowerCase()}`, value: name}))),
	...headerDoors.map(door => ({label: door, hint: door === 'unknown' ? 'checks that could not be decided' : `failed checks that are ${door}`, value: door})),
	...views.map(([name, hint]) => ({label: name, hint, value: name})),
	...commands.map(([label, hint]) => ({label, hint, value: label})),
	{label: 'inside', hint: 'look inside every cluster, by more than Reader', value: 'inside'},
];

// Findings are named by sentences that repeat, and images are many: both are found with the filter of their list.
type Named = Pick<PaneDefinition, 'id' | 'kind' | 'names'>;

const namedKinds: readonly Named[] = [...panes.filter(pane => pane.kind !== 'finding'), ...surroundings.filter(({kind}) => kind !== 'image')];

const kinds: readonly Named[] = [...panes, ...surroundings];

const clusterKind = kinds.find(({kind}) => kind === 'cluster')!;

const kindWords: Readonly<Record<DrillKind, string>> = {
	cluster: 'cluster', nodePool: 'node pool', registry: 'registry', finding: 'finding', subscription: 'subscription', diskEncryptionSet: 'disk encryption set', keyVault: 'key vault', node: 'node', service: 'Service', principal: 'holder of roles', image: 'image', containerGroup: 'container group', host: 'host',
};

const paneWord = (pane: Named): string => pane.names.at(-1)!;

const lastCandidates = new WeakMap<Snapshot['clusters'], {readonly of: ReadonlyArray<readonly Resource[]>; readonly all: readonly GoToCandidate[]}>();

/**
Everything that `:` completes: kinds, numbers of the header, commands and the names of all resources. Made once for each fleet.
*/
export const goToCandidates = (snapshot: Snapshot): readonly GoToCandidate[] => {
	const known = lastCandidates.get(snapshot.clusters);
	const of = namedKinds.map(({kind}) => resourcesOf(snapshot, kind));
	if (known?.of.every((list, index) => list === of[index])) {
		return known.all;
	}

	const all = [
		...fixedCandidates,
		...namedKinds.flatMap(pane => resourcesOf(snapshot, pane.kind).map(resource => ({
			label: longName(resource),
			hint: resource.region === '' ? kindWords[pane.kind] : `${kindWords[pane.kind]} in ${resource.region}`,
			// Names repeat from one resource group to the next; keys do not.
			value: `${paneWord(pane)}/${resource.key}`,
			// A vault or a subscription is mostly named like the clusters that are meant.
			isAside: surroundings.some(({kind}) => kind === pane.kind),
		}))),
	];
	lastCandidates.set(snapshot.clusters, {of, all});
	return all;
};

const overviewOf = (pane: PaneId): Place => ({view: 'overview', pane});

/**
The way to a resource's tab: overview, resource.
*/
export const trailTo = (pane: Pick<PaneDefinition, 'id' | 'kind'>, key: string, tab: string): Trail => [overviewOf(pane.id), {
	view: 'drill', kind: pane.kind, key, tab,
}];

/**
Takes `clusters/NAME/TAB` apart. A name may hold a slash (pools) or be called like a tab, so the whole is tried as a name first.
*/
const resourceTrail = (snapshot: Snapshot, pane: Named, rest: string): Trail | undefined => {
	const tabs: readonly string[] = tabsByKind[pane.kind].map(tab => tab.id);
	const find = (name: string): Resource | undefined =>
		resourcesOf(snapshot, pane.kind).find(candidate => candidate.key === name || longName(candidate).toLowerCase() === name);
	const whole = find(rest);
	if (whole) {
		return trailTo(pane, whole.key, tabs[0]!);
	}

	const slash = rest.lastIndexOf('/');
	const tab = rest.slice(slash + 1);
	const resource = slash > 0 && tabs.includes(tab) ? find(rest.slice(0, slash)) : undefined;
	return resource && trailTo(pane, resource.key, tab);
};

/**
`inside` asks for all clusters, `inside NAME` for one; the run command is asked for by name alone.
*/
const lookOf = ({clusters}: Snapshot, typed: string): GoTo | undefined => {
	const [word, ...names] = typed.split(/\s+/v);
	if (word !== 'inside' && word !== 'run-command') {
		return undefined;
	}

	const name = names.length === 0 ? undefined : names.join(' ');

	const cluster = name === undefined ? undefined : clusters.find(candidate => candidate.key === name || candidate.name.toLowerCase() === name);
	const grant = word === 'inside' ? 'userCredential' : 'runCommand';
	if (cluster) {
		return {type: 'look-inside', which: cluster.key, grant};
	}

	return name === undefined && word === 'inside' ? {type: 'look-inside', which: 'all', grant} : undefined;
};

/**
Finds out what a text behind `:` means.

@param text a kind, `kind/name/tab`, a number of the header, a command, or a resource's name alone
@returns where to go or what to do; `undefined` where the text means nothing
*/
export const resolveGoTo = (snapshot: Snapshot, text: string): GoTo | undefined => {
	const typed = text.trim().toLowerCase();
	const small = typed.endsWith('/') ? typed.slice(0, -1) : typed;
	if (small === '') {
		return undefined;
	}

	const look = lookOf(snapshot, small);
	if (look) {
		return look;
	}

	const command = commands.find(([label]) => label === small);
	if (command) {
		return {type: 'command', command: command[2]};
	}

	if ((headerDoors as readonly string[]).includes(small)) {
		return {type: 'trail', trail: [overviewOf('clusters'), {view: 'judgements', show: small as JudgementFilter}]};
	}

	const fleetView = views.find(([name]) => name === small);
	if (fleetView) {
		return {type: 'trail', trail: [overviewOf('clusters'), fleetView[2]]};
	}

	const check = small.startsWith('checks/') ? checkById.get(small.slice('checks/'.length)) : undefined;
	if (check) {
		return {type: 'trail', trail: [overviewOf('clusters'), {view: 'checks'}, {view: 'judgements', show: 'all', check: check.id}]};
	}

	const [kind = ''] = small.split('/', 1);
	const pane = panes.find(candidate => candidate.names.includes(kind));
	if (pane && kind === small) {
		return {type: 'trail', trail: [overviewOf(pane.id), {view: 'pane', pane: pane.id}]};
	}

	const list = kind === small ? lists.find(candidate => namesOf(candidate.kind).includes(small)) : undefined;
	if (list) {
		return {type: 'trail', trail: [overviewOf('clusters'), {view: 'list', kind: list.kind}]};
	}

	const patched = kind === 'patching' ? resourceTrail(snapshot, clusterKind, small.slice(kind.length + 1))?.at(-1) : undefined;
	if (patched?.view === 'drill') {
		return {type: 'trail', trail: [overviewOf('clusters'), {view: 'patching'}, {view: 'patching', cluster: patched.key}]};
	}

	const named = kinds.find(candidate => candidate.names.includes(kind));
	const candidates = [
		...(named ? [{pane: named, rest: small.slice(kind.length + 1)}] : []),
		...namedKinds.map(candidate => ({pane: candidate, rest: small})),
	];
	for (const candidate of candidates) {
		const trail = resourceTrail(snapshot, candidate.pane, candidate.rest);
		if (trail) {
			return {type: 'trail', trail};
		}
	}

	return undefined;
};

/**
The string that names a place, as `:` takes it.
*/
export const placeString = (snapshot: Snapshot, place: Place): string => {
	switch (place.view) {
		case 'overview':
		case 'pane': {
			return paneWord(panes.find(pane => pane.id === place.pane)!);
		}

		case 'drill': {
			const pane = kinds.find(candidate => candidate.kind === place.kind)!;
			const resource = resourcesOf(snapshot, place.kind).find(candidate => candidate.key === place.key);
			return `${paneWord(pane)}/${resource ? longName(resource) : place.key}/${place.tab}`;
		}

		case 'judgements': {
			return place.check === undefined ? place.show : `checks/${place.check}`;
		}

		case 'list': {
			return namesOf(place.kind).at(-1)!;
		}

		case 'patching': {
			const cluster = place.cluster === undefined ? undefined : findResource(snapshot, 'cluster', place.cluster);
			return cluster ? `patching/${cluster.name}` : 'patching';
		}

		case 'worklist':
		case 'checks':
		case 'coverage':
		case 'roles':
		case 'recommendations':
		case 'exposure':
		case 'score':
		case 'changes': {
			return place.view;
		}

		case 'timeline': {
			return isDrillKind(place.kind)
				? placeString(snapshot, {
					view: 'drill', kind: place.kind, key: place.key, tab: 'overview',
				})
				: place.key;
		}

		case 'explain': {
			return placeString(snapshot, {
				view: 'drill', kind: place.kind, key: place.key, tab: 'posture',
			});
		}

		case 'notices':
		case 'help': {
			return place.view;
		}
	}
};
