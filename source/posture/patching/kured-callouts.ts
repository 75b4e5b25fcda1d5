import type {Kured} from '../../model/inside.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Callout} from './callout.js';

/**
What is to be said of Kured where nodes patch themselves nightly: without it nobody restarts them.
*/
export const kuredCallouts = (kured: Fact<Kured | undefined>): readonly Callout[] => {
	if (isUnknown(kured)) {
		return [{
			id: 'nightly-without-kured', severity: 'unknown', short: 'Kured ?', text: `Nodes patch themselves nightly; whether Kured restarts them is unknown: ${kured.reason}`,
		}];
	}

	if (kured === undefined) {
		return [{
			id: 'nightly-without-kured',
			severity: 'high',
			short: 'nightly, no Kured',
			text: 'Nodes patch themselves nightly, and nothing restarts them: Kured does not run here, and no channel replaces them.',
		}];
	}

	const held = kured.locks.find(({isManual}) => isManual);
	const {desired, ready} = kured;
	const isIncomplete = desired !== undefined && (ready ?? 0) < desired;
	return [
		...(held
			? [{
				id: 'kured-held',
				severity: 'medium',
				short: 'Kured held',
				text: `A person holds Kured's lock (${held.node}${held.since === undefined ? '' : ` since ${held.since.slice(0, 10)}`}): no node is restarted.`,
			} as const]
			: []),
		...(isIncomplete
			? [{
				id: 'kured-incomplete', severity: 'medium', short: `Kured ${ready ?? 0}/${desired}`, text: `Kured runs on ${ready ?? 0} of ${desired} nodes: the others are not restarted.`,
			} as const]
			: []),
	];
};
