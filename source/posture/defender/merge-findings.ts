import type {Finding} from '../../model/finding.js';
import type {ResourcePosture} from '../posture.js';
import {finish} from '../../model/finish.js';
import type {DefenderView, FindingRelation} from './defender-view.js';
import {goneFindings} from './gone-findings.js';
import {indexFindings, type FindingIndex} from './index-findings.js';
import type {Listing} from './listing.js';
import {patchMerged} from './patch-merged.js';
import {placeCodes, placeOfCode, settledPlaceIn} from './place-codes.js';
import {reuseView} from './reuse-view.js';
import {subjectSays, type PassingSince, type SubjectSays} from './subject-says.js';
import {standaloneFindings, sumsOf} from './sum-places.js';

export type MergeInput = {
	readonly findings: readonly Finding[];
	readonly postures: ReadonlyMap<string, ResourcePosture>;
	readonly listing: Listing;
	/**
	What earlier sessions know; another function makes everything looked at again.
	*/
	readonly passingSince?: PassingSince | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

/**
A merge that is finished, with what the next one can go on from.
*/
export type Merged = {
	readonly findings: readonly Finding[];
	readonly passingSince: PassingSince | undefined;
	readonly index: FindingIndex;
	readonly gone: ReadonlySet<number>;
	/**
	Of each finding, by its place in the list.
	*/
	readonly codes: Uint8Array;
	/**
	In the order of the index's subjects.
	*/
	readonly says: readonly SubjectSays[];
	readonly view: DefenderView;
};

/**
Places looked at between two yields, and subjects.
*/
const batch = 4096;

const subjectBatch = 256;

const relationsOf = function * (findings: readonly Finding[], codes: Uint8Array, says: readonly SubjectSays[]): Generator<void, Map<string, FindingRelation>, void> {
	const relations = new Map<string, FindingRelation>();
	for (const [at, code] of codes.entries()) {
		if (code !== placeCodes.own) {
			relations.set(findings[at]!.key, {place: placeOfCode(code), verdict: undefined});
		}

		if (at % batch === batch - 1) {
			yield;
		}
	}

	for (const [index, {said}] of says.entries()) {
		for (const {at, place, verdict} of said) {
			relations.set(findings[at]!.key, {place, verdict});
		}

		if (index % subjectBatch === 0) {
			yield;
		}
	}

	return relations;
};

const mergeWhole = function * ({findings, postures, listing, passingSince, now}: MergeInput, index: FindingIndex, gone: ReadonlySet<number>, last: Merged | undefined): Generator<void, Merged, void> {
	const settledPlace = settledPlaceIn(index.codes, gone);
	const codes = new Uint8Array(index.codes);
	for (const at of gone) {
		codes[at] = placeCodes.gone;
	}

	const fixedSince = new Map(last?.says.flatMap(subject => [...subject.fixedSince]));
	const says: SubjectSays[] = [];
	const byVerdict = new Map<string, Finding>();
	for (const [position, subject] of index.subjects.entries()) {
		const subjectSaid = subjectSays({
			subject, findings, posture: postures.get(subject.key), settledPlace, readAt: listing.readAt(subject.type), fixedSince, passingSince, now,
		});
		says.push(subjectSaid);
		for (const {at, place} of subjectSaid.said) {
			codes[at] = placeCodes[place];
		}

		for (const [key, finding] of subjectSaid.byVerdict) {
			byVerdict.set(key, finding);
		}

		if (position % subjectBatch === 0) {
			yield;
		}
	}

	const relations = yield * relationsOf(findings, codes, says);
	const standalone = yield * standaloneFindings(findings, codes, last?.view.standalone);
	const view = reuseView(last?.view, {
		standalone, byVerdict, relations, ...sumsOf(findings, codes, index, gone),
	});
	return {
		findings, passingSince, index, gone, codes, says, view,
	};
};

/**
Makes the function that puts findings beside the checks that say the same. It remembers: what says the same as last time keeps its
identity, a list of findings is sorted once, and only resources whose verdicts are others are looked at again. It also remembers
since when Azure reads otherwise than Defender: what is so for longer than Defender needs to look again is a difference of
opinion, and counts.

The generator yields now and then; one that is left unfinished does no harm.
*/
export const createMerge = (): ((input: MergeInput) => Generator<void, DefenderView, void>) => {
	let last: Merged | undefined;

	return function * (input) {
		const {findings, listing, passingSince} = input;
		const listed = last?.findings === findings ? last : undefined;
		const known = listed?.passingSince === passingSince ? listed : undefined;
		const index = listed?.index ?? (yield * indexFindings(findings));
		const gone = yield * goneFindings(findings, index, listing);
		yield;
		const patched = known && (yield * patchMerged(known, input, gone));
		last = patched ?? (yield * mergeWhole(input, index, gone, last));
		return last.view;
	};
};

/**
Puts findings beside the checks that say the same, at once and without memory.
*/
export const mergeFindings = (input: MergeInput): DefenderView => finish(createMerge()(input));
