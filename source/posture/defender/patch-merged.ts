import type {Finding} from '../../model/finding.js';
import type {AgreeingVerdict, FindingPlace, FindingRelation} from './defender-view.js';
import type {Merged, MergeInput} from './merge-findings.js';
import {PatchedMap} from './patched-map.js';
import {placeCodes, settledPlaceIn} from './place-codes.js';
import {isSameRelation, sameView} from './reuse-view.js';
import {isDue, readMoment, subjectSays} from './subject-says.js';
import {patchStandalone, sumsOf} from './sum-places.js';

/**
Subjects looked at between two yields.
*/
const batch = 1024;

/**
A patch that is larger than this share of its map is worth less than a new map.
*/
const largestShare = 1 / 8;

const smallestLimit = 256;

type Changes<V> = Map<string, V | undefined>;

const patchMap = <V>(map: ReadonlyMap<string, V>, changes: Changes<V>, isSame: (one: V, other: V) => boolean): ReadonlyMap<string, V> | undefined => {
	const others = new Map(changes.entries().filter(([key, value]) => {
		const known = map.get(key);
		return known === undefined || value === undefined ? known !== value : !isSame(known, value);
	}));
	if (others.size === 0) {
		return map;
	}

	const patched = new PatchedMap(map, others);
	return patched.patchSize > Math.max(smallestLimit, map.size * largestShare) ? undefined : patched;
};

/**
What a merge gives where all that differs are verdicts of a few resources, what is gone, and how late it is: only those resources are
looked at again. Nothing where so much differs that a whole merge is cheaper.

@param gone as it is now
*/
export const patchMerged = function * (known: Merged, {postures, listing, passingSince, now}: MergeInput, gone: ReadonlySet<number>): Generator<void, Merged | undefined, void> {
	const {findings, index, view} = known;
	const settledPlace = settledPlaceIn(index.codes, gone);
	const codes = new Uint8Array(known.codes);
	const says = [...known.says];
	const relations: Changes<FindingRelation> = new Map();
	const byVerdict: Changes<Finding> = new Map();
	const changed = new Set<number>();
	const place = (at: number, name: FindingPlace, verdict?: AgreeingVerdict): void => {
		codes[at] = placeCodes[name];
		changed.add(at);
		relations.set(findings[at]!.key, name === 'own' && verdict === undefined ? undefined : {place: name, verdict});
	};

	const touched = new Set<string>();
	for (const at of gone.symmetricDifference(known.gone)) {
		touched.add(findings[at]!.resourceKey);
		place(at, settledPlace(at) ?? 'own');
	}

	for (const [position, subject] of index.subjects.entries()) {
		if (position % batch === 0) {
			yield;
		}

		const before = known.says[position]!;
		const posture = postures.get(subject.key);
		const readAt = listing.readAt(subject.type);
		if (posture === before.posture && !touched.has(subject.key) && !isDue(before, readMoment(readAt), now)) {
			continue;
		}

		const after = subjectSays({
			subject, findings, posture, settledPlace, readAt, fixedSince: before.fixedSince, passingSince, now,
		});
		says[position] = after;
		for (const {at} of before.said) {
			place(at, settledPlace(at) ?? 'own');
		}

		for (const {at, place: name, verdict} of after.said) {
			place(at, name, verdict);
		}

		for (const key of before.byVerdict.keys()) {
			byVerdict.set(key, undefined);
		}

		for (const [key, finding] of after.byVerdict) {
			byVerdict.set(key, finding);
		}
	}

	const patchedRelations = patchMap(view.relations, relations, isSameRelation);
	const patchedVerdicts = patchMap(view.byVerdict, byVerdict, (one, other) => one === other);
	return patchedRelations && patchedVerdicts && {
		findings,
		passingSince,
		index,
		gone,
		codes,
		says,
		view: sameView(view, {
			standalone: patchStandalone(view.standalone, findings, known.codes, codes, changed),
			byVerdict: patchedVerdicts,
			relations: patchedRelations,
			...sumsOf(findings, codes, index, gone),
		}),
	};
};
