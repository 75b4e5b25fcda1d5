import type {PollStates} from '../polls.js';
import type {SourceName} from '../snapshot.js';
import {sourceNames, sources} from '../sources.js';

export type Readiness = {
	/**
	Takes how the sources stand now.
	*/
	readonly watch: (states: PollStates) => void;
	/**
	Everything that checks look at was read at least once in this session, or could not be read. Before, what is unknown is
	only not read yet.
	*/
	readonly isSettled: () => boolean;
	/**
	This source was read to its end, and reading it does not fail now: what is missing in it is missing.
	*/
	readonly isSound: (name: SourceName) => boolean;
};

/**
No check looks at these.
*/
const unjudged: ReadonlySet<SourceName> = new Set(['findings', 'findingTotals']);

/**
Tells when what was found may be taken for the truth.
*/
export const createReadiness = (off: ReadonlySet<SourceName>): Readiness => {
	const names = sourceNames.filter(name => !unjudged.has(name) && !off.has(name));
	const settled = new Set<SourceName>();
	const whole = new Set<SourceName>();
	let states: PollStates;
	return {
		watch(newest) {
			states = newest;
			const isStuck = (name: SourceName): boolean => settled.has(name) && newest[name].error !== undefined && newest[name].data === undefined;
			// A source stands behind those that it depends on.
			for (const name of names) {
				const {isReading, data, error} = newest[name];
				const isBlocked = sources[name].dependsOn.some(other => isStuck(other));
				if (!isReading && (data !== undefined || error !== undefined || isBlocked)) {
					settled.add(name);
				}

				if (!isReading && data !== undefined && error === undefined) {
					whole.add(name);
				}
			}
		},
		isSettled: () => settled.size === names.length,
		isSound: name => whole.has(name) && states[name].error === undefined,
	};
};
