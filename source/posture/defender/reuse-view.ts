import {severities} from '../../model/severity.js';
import type {DefenderView, FindingRelation} from './defender-view.js';

/**
Whether two relations say the same.
*/
export const isSameRelation = (one: FindingRelation, other: FindingRelation): boolean => one.place === other.place
	&& one.verdict?.standing === other.verdict?.standing
	&& one.verdict?.checkId === other.verdict?.checkId
	&& one.verdict?.resourceKey === other.verdict?.resourceKey;

const reuseMap = <V>(previous: ReadonlyMap<string, V>, next: ReadonlyMap<string, V>, isSame: (one: V, other: V) => boolean): ReadonlyMap<string, V> => {
	if (previous.size !== next.size) {
		return next;
	}

	for (const [key, value] of next) {
		const known = previous.get(key);
		if (known === undefined || !isSame(known, value)) {
			return next;
		}
	}

	return previous;
};

/**
The previous view where all parts of the next one are the very same.
*/
export const sameView = (previous: DefenderView, next: DefenderView): DefenderView => {
	const isSameCount = severities.every(severity => previous.uncounted[severity] === next.uncounted[severity]);
	const isSame = isSameCount
		&& next.standalone === previous.standalone
		&& next.byVerdict === previous.byVerdict
		&& next.relations === previous.relations
		&& next.open === previous.open;
	return isSame ? previous : {...next, uncounted: isSameCount ? previous.uncounted : next.uncounted};
};

/**
The parts of the previous view that say the same, and the view itself where all do: what was derived from it stays valid.
*/
export const reuseView = (previous: DefenderView | undefined, next: DefenderView): DefenderView => previous === undefined
	? next
	: sameView(previous, {
		...next,
		byVerdict: reuseMap(previous.byVerdict, next.byVerdict, (one, other) => one === other),
		relations: reuseMap(previous.relations, next.relations, isSameRelation),
	});
