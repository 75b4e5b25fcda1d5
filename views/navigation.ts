import type {ResourceKind} from '../source/model/resource.js';
import type {Severity} from '../source/model/severity.js';
import type {Benefit} from '../source/posture/coverage/coverage.js';
import type {RecommendationId} from '../source/posture/groups/recommendations.js';
import type {SpanId} from './changes/spans.js';

export const paneIds = ['clusters', 'nodePools', 'registries', 'findings'] as const;

/**
A quarter of the overview.
*/
export type PaneId = (typeof paneIds)[number];

/**
Which failed (or unknown) checks a number of the header counts.
*/
export type JudgementFilter = Severity | 'unknown';

/**
A number of the header that opens something.
*/
export type HeaderDoor = JudgementFilter | 'score';

/**
How the lines of the worklist stand together.
*/
export type WorklistGrouping = 'flat' | 'check' | 'resource';

/**
How the Services stand together.
*/
export type ExposureGrouping = 'flat' | 'who' | 'cluster';

export type DrillKind = Extract<ResourceKind, 'cluster' | 'nodePool' | 'registry' | 'finding' | 'subscription' | 'diskEncryptionSet' | 'keyVault' | 'node' | 'service' | 'principal' | 'image' | 'containerGroup' | 'host'>;

/**
Kinds that have no pane of their own, but a list on the whole screen (views/lists).
*/
export type ListedKind = Extract<DrillKind, 'node' | 'principal' | 'image' | 'containerGroup' | 'host' | 'subscription'>;

/**
Where one is. `item` is the entry of a list that a tab begins at.
*/
export type Place =
	| {readonly view: 'overview'; readonly pane: PaneId}
	| {readonly view: 'pane'; readonly pane: PaneId}
	| {readonly view: 'drill'; readonly kind: DrillKind; readonly key: string; readonly tab: string; readonly item?: string}
	/**
	`check`: every verdict of one check, however it stands.
	*/
	| {readonly view: 'judgements'; readonly show: JudgementFilter | 'all'; readonly check?: string}
	/**
	`only`: the lines of one group.
	*/
	| {readonly view: 'worklist'; readonly by: WorklistGrouping; readonly only?: string}
	| {readonly view: 'checks'}
	| {readonly view: 'list'; readonly kind: ListedKind}
	/**
	`cluster`: the pools of the cluster with this key.
	*/
	| {readonly view: 'patching'; readonly cluster?: string}
	/**
	Every Service, by who can reach it. `only`: those of one group, a reachability or the key of a cluster.
	*/
	| {readonly view: 'exposure'; readonly by: ExposureGrouping; readonly only?: string}
	/**
	What Defender for Containers covers. `only`: one of its benefits.
	*/
	| {readonly view: 'coverage'; readonly only?: Benefit}
	/**
	The published matrix of the classic roles.
	*/
	| {readonly view: 'roles'}
	/**
	The recommendations for container instances. `only`: the groups of one of them.
	*/
	| {readonly view: 'recommendations'; readonly only?: RecommendationId}
	| {readonly view: 'score'}
	| {readonly view: 'explain'; readonly kind: DrillKind; readonly key: string; readonly check: string}
	| {readonly view: 'changes'; readonly since: SpanId}
	/**
	`kind` may be one that has no drill.
	*/
	| {readonly view: 'timeline'; readonly kind: ResourceKind; readonly key: string}
	| {readonly view: 'notices'}
	| {readonly view: 'help'};

/**
The way from the overview to where one is; the first is always the overview. Esc goes back along it.
*/
export type Trail = readonly [Place, ...Place[]];

export type Navigation = {
	readonly trail: Trail;
	/**
	Trails before this one, newest last, for `[` and `-`.
	*/
	readonly past: readonly Trail[];
	/**
	Trails left with `[`, nearest first, for `]`.
	*/
	readonly future: readonly Trail[];
};

export type NavigationAction =
	/**
	Goes deeper: esc comes back.
	*/
	| {readonly type: 'open'; readonly place: Place}
	/**
	Changes a facet of where one is (tab, pane); esc goes where it went before.
	*/
	| {readonly type: 'replace'; readonly place: Place}
	/**
	Goes somewhere else altogether.
	*/
	| {readonly type: 'jump'; readonly trail: Trail}
	| {readonly type: 'back'}
	| {readonly type: 'history-back'}
	| {readonly type: 'history-forward'}
	| {readonly type: 'last-place'};

const pastLimit = 50;

export const initialNavigation: Navigation = {trail: [{view: 'overview', pane: 'clusters'}], past: [], future: []};

export const currentPlace = (navigation: Navigation): Place => navigation.trail.at(-1)!;

const isSamePlace = (one: Place, other: Place): boolean => {
	const entries = Object.entries(one);
	return entries.length === Object.keys(other).length && entries.every(([name, value]) => (other as Readonly<Record<string, unknown>>)[name] === value);
};

/**
Where one is already is no step: `[` would seem to do nothing, and what lies ahead would be lost.
*/
const go = (navigation: Navigation, trail: Trail): Navigation =>
	trail.length === navigation.trail.length && trail.every((place, index) => isSamePlace(place, navigation.trail[index]!))
		? navigation
		: {
			trail,
			past: [...navigation.past, navigation.trail].slice(-pastLimit),
			future: [],
		};

/**
Help and notices lie over a place: one takes the other's room, so that esc leaves both.
*/
const deeper = ({trail}: Navigation, place: Place): Trail => {
	const isOver = (other: Place): boolean => other.view === 'help' || other.view === 'notices';
	const below = isOver(place) && isOver(trail.at(-1)!) ? trail.slice(0, -1) : trail;
	return [...below, place] as unknown as Trail;
};

const goBackInHistory = (navigation: Navigation): Navigation => {
	const previous = navigation.past.at(-1);
	return previous
		? {trail: previous, past: navigation.past.slice(0, -1), future: [navigation.trail, ...navigation.future]}
		: navigation;
};

export const navigate = (navigation: Navigation, action: NavigationAction): Navigation => {
	switch (action.type) {
		case 'open': {
			return go(navigation, deeper(navigation, action.place));
		}

		case 'replace': {
			const trail = [...navigation.trail.slice(0, -1), action.place];
			return {...navigation, trail: trail as unknown as Trail};
		}

		case 'jump': {
			return go(navigation, action.trail);
		}

		case 'back': {
			return navigation.trail.length > 1 ? go(navigation, navigation.trail.slice(0, -1) as unknown as Trail) : navigation;
		}

		case 'history-back': {
			return goBackInHistory(navigation);
		}

		case 'history-forward': {
			const [next, ...future] = navigation.future;
			return next ? {trail: next, past: [...navigation.past, navigation.trail], future} : navigation;
		}

		case 'last-place': {
			const previous = navigation.past.at(-1);
			return previous ? go(navigation, previous) : navigation;
		}
	}
};

/**
The table whose cursor, sort and filter belong to a place: they are kept for as long as the program runs.
*/
export const tableIdOf = (place: Place): string => {
	switch (place.view) {
		case 'overview':
		case 'pane': {
			return `pane:${place.pane}`;
		}

		case 'drill': {
			return `drill:${place.key}:${place.tab}`;
		}

		case 'judgements': {
			return `judgements:${place.check ?? place.show}`;
		}

		case 'changes': {
			return `changes:${place.since}`;
		}

		case 'timeline': {
			return `timeline:${place.key}`;
		}

		case 'worklist': {
			return `worklist:${place.only ?? place.by}`;
		}

		case 'list': {
			return `list:${place.kind}`;
		}

		case 'patching': {
			return `patching:${place.cluster ?? ''}`;
		}

		case 'explain': {
			return `explain:${place.key}:${place.check}`;
		}

		case 'exposure': {
			return `exposure:${place.only ?? place.by}`;
		}

		case 'coverage': {
			return `coverage:${place.only ?? ''}`;
		}

		case 'recommendations': {
			return `recommendations:${place.only ?? ''}`;
		}

		case 'checks':
		case 'score':
		case 'roles':
		case 'notices':
		case 'help': {
			return place.view;
		}
	}
};
