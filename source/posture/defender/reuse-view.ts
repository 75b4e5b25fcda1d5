import {severities} from '../../model/severity.js';
import type {DefenderView, FindingRelation} from './defender-view.js';

const isSameRelation = (one: FindingRelation, other: FindingRelation): boolean => one.place === other.place
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
The parts of the previous view that say the same, and the view itself where all do: what was derived from it stays valid.
*/
export const reuseView = (previous: DefenderView | undefined, next: DefenderView): DefenderView => {
	if (previous === undefined) {
		return next;
	}

	const reused: DefenderView = {
		standalone: next.standalone,
		byVerdict: reuseMap(previous.byVerdict, next.byVerdict, (one, other) => one === other),
		relations: reuseMap(previous.relations, next.relations, isSameRelation),
		uncounted: severities.every(severity => previous.uncounted[severity] === next.uncounted[severity]) ? previous.uncounted : next.uncounted,
		open: next.open,
	};
	const isSame = reused.standalone === previous.standalone
		&& reused.byVerdict === previous.byVerdict
		&& reused.relations === previous.relations
		&& reused.uncounted === previous.uncounted
		&& reused.open === previous.open;
	return isSame ? previous : reused;
};
