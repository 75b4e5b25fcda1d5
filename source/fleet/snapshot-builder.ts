import type {DecisionsState} from '../decisions/decisions-state.js';
import type {ExemptionRow} from '../decisions/exemption-rows.js';
import type {AccessView} from '../posture/access/access-view.js';
import type {DefenderView} from '../posture/defender/defender-view.js';
import type {FleetPosture} from '../posture/posture.js';
import type {SignInState} from '../model/sign-in.js';
import type {PricesState} from '../model/price-table.js';
import type {FleetChanges} from './history/change.js';
import type {Kept} from './keep/kept.js';
import type {PollStates} from './polls.js';
import {isSameJson} from './reuse.js';
import type {FleetParts} from './snapshot-parts.js';
import type {
	Notice,
	Snapshot,
	SourceName,
	SourceState,
} from './snapshot.js';
import {offState, toSourceState} from './source-state.js';
import {sourceNames, sources} from './sources.js';

export type BuildInput = {
	readonly isDemo: boolean;
	readonly isPaused: boolean;
	readonly states: PollStates;
	readonly kept: Kept;
	readonly off: ReadonlySet<SourceName>;
	readonly parts: FleetParts;
	readonly access: AccessView | undefined;
	readonly isSettled: boolean;
	readonly images: Snapshot['images'];
	readonly imagesAsked: boolean;
	readonly posture: FleetPosture;
	readonly defender: DefenderView;
	readonly decisions: DecisionsState;
	readonly endingExemptions: readonly ExemptionRow[];
	readonly prices: PricesState;
	readonly trend: readonly number[];
	readonly changes: FleetChanges;
	readonly notices: readonly Notice[];
	readonly signIn: SignInState;
};

type States = Record<SourceName, SourceState>;

const sourceStates = ({states, kept, off}: BuildInput): States => {
	const result: Partial<States> = {};
	// In the order of the table, where a source stands behind what it depends on.
	for (const name of sourceNames) {
		const blockedBy = states[name].data === undefined
			? sources[name].dependsOn.map(other => result[other]).find(state => state?.error !== undefined && states[state.name].data === undefined)
			: undefined;
		result[name] = off.has(name) ? offState(name) : toSourceState(name, states[name], kept[name], blockedBy);
	}

	return result as States;
};

const reuseStates = (previous: Snapshot['sources'] | undefined, next: States): Snapshot['sources'] => {
	if (!previous) {
		return next;
	}

	let isSame = true;
	for (const name of sourceNames) {
		if (isSameJson(previous[name], next[name])) {
			next[name] = previous[name];
		} else {
			isSame = false;
		}
	}

	return isSame ? previous : next;
};

const extreme = (times: ReadonlyArray<number | undefined>, pick: (...times: number[]) => number): number | undefined => {
	const known = times.filter(time => time !== undefined);
	return known.length === 0 ? undefined : pick(...known);
};

/**
Builds the next snapshot from the previous one: parts that say the same keep their identity, and where all do, so does the whole.
*/
export const buildSnapshot = (previous: Snapshot | undefined, input: BuildInput): Snapshot => {
	const {parts, images, imagesAsked, isDemo, isPaused, access, isSettled, posture, defender, decisions, endingExemptions, prices, trend, changes, notices} = input;
	const states = reuseStates(previous?.sources, sourceStates(input));
	const all = Object.values(states);
	const next: Snapshot = {
		...parts,
		images,
		imagesAsked,
		isDemo,
		isPaused,
		access,
		isSettled,
		posture,
		defender,
		decisions,
		endingExemptions,
		prices,
		trend,
		changes,
		notices,
		sources: states,
		readAt: extreme(all.map(({readAt}) => readAt), Math.max),
		nextAt: extreme(all.map(({nextAt}) => nextAt), Math.min),
		signIn: previous && isSameJson(previous.signIn, input.signIn) ? previous.signIn : input.signIn,
	};
	const isSame = previous !== undefined && Object.entries(next).every(([member, value]) => previous[member as keyof Snapshot] === value);
	return isSame ? previous : next;
};
