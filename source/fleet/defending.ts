import type {Collected} from '../azure/collectors.js';
import type {Finding} from '../model/finding.js';
import type {Resource} from '../model/resource.js';
import {emptyDefenderView, type DefenderView} from '../posture/defender/defender-view.js';
import {createListing, type KindListing} from '../posture/defender/listing.js';
import {createMerge, type MergeInput} from '../posture/defender/merge-findings.js';
import type {PassingSince} from '../posture/defender/subject-says.js';
import {createDerivation} from './derivation.js';
import type {Kept} from './keep/kept.js';
import type {PollStates} from './polls.js';

export type DefendingInput = {
	readonly findings: readonly Finding[];
	readonly postures: MergeInput['postures'];
	readonly states: PollStates;
	readonly kept: Kept;
	/**
	What earlier sessions know.
	*/
	readonly passingSince?: PassingSince | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

export type Defending = {
	/**
	The newest view that is finished.
	*/
	readonly view: (input: DefendingInput) => DefenderView;
	readonly stop: () => void;
};

/**
What depends on the clock alone counts in days.
*/
const clockStep = 3_600_000;

type Listed = {readonly data: Collected<Resource> | undefined; readonly readAt: number | undefined};

const isAnswered = (state: string): boolean => state === 'answered' || state === 'listed';

/**
A part of a list, or the list of the last run, tells of nothing that it is gone.
*/
const listingOf = (type: KindListing['type'], {data, readAt}: Listed): KindListing => ({
	type,
	keys: new Set(data?.items.map(({key}) => key)),
	complete: new Set(data?.isComplete === true
		? data.coverage.entries().filter(([, {state}]) => isAnswered(state)).map(([id]) => id)
		: []),
	readAt,
});

/**
Puts Defender's findings beside the checks, in slices, whenever findings, verdicts or lists have changed.

`onDone` is called after a view that took more than one slice.
*/
export const createDefending = (onDone: () => void): Defending => {
	const derivation = createDerivation(createMerge());
	const unsubscribe = derivation.subscribe(onDone);
	let last: readonly unknown[] = [];
	return {
		view({findings, postures, states, kept, passingSince, now}) {
			const {clusters, registries} = states;
			const clustersReadAt = clusters.readAt ?? kept.clusters?.readAt;
			const registriesReadAt = registries.readAt ?? kept.registries?.readAt;
			const parts = [findings, postures, clusters.data, clustersReadAt, registries.data, registriesReadAt, passingSince, Math.floor(now / clockStep)];
			if (parts.some((part, index) => part !== last[index])) {
				last = parts;
				derivation.ask({
					findings,
					postures,
					passingSince,
					now,
					listing: createListing([
						listingOf('/microsoft.containerservice/managedclusters/', {data: clusters.data, readAt: clustersReadAt}),
						listingOf('/microsoft.containerregistry/registries/', {data: registries.data, readAt: registriesReadAt}),
					]),
				});
			}

			return derivation.current() ?? emptyDefenderView;
		},
		stop: unsubscribe,
	};
};
