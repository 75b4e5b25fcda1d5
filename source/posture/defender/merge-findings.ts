import type {Finding} from '../../model/finding.js';
import type {Severity} from '../../model/severity.js';
import type {Check} from '../check.js';
import type {ResourcePosture, SeverityCounts} from '../posture.js';
import {standingOf, type Standing} from '../standing.js';
import type {
	AgreeingVerdict,
	DefenderView,
	FindingPlace,
	FindingRelation,
} from './defender-view.js';
import {evaluatedAt} from './evaluated-at.js';
import {indexFindings, isOpenInAzure, type FindingIndex} from './index-findings.js';
import type {Listing} from './listing.js';
import {reuseView} from './reuse-view.js';
import {verdictKey} from './verdict-key.js';

export type MergeInput = {
	readonly findings: readonly Finding[];
	readonly postures: ReadonlyMap<string, ResourcePosture>;
	readonly listing: Listing;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

/**
Milliseconds in which Defender evaluates a recommendation again.
Source: defender-docs, freshness interval of most recommendations.
*/
export const evaluationInterval = 86_400_000;

const order: Readonly<Record<Standing, number>> = {
	fail: 0, unknown: 1, accepted: 2, pass: 3, 'not-applicable': 4,
};

/**
The verdict that says the same as a recommendation; of several the one that is worst.
*/
const agreeingVerdict = ({resourceKey}: Finding, checks: readonly Check[], postures: MergeInput['postures']): AgreeingVerdict | undefined => {
	let worst: AgreeingVerdict | undefined;
	for (const verdict of postures.get(resourceKey)?.verdicts ?? []) {
		if (checks.every(({id}) => id !== verdict.checkId)) {
			continue;
		}

		const standing = standingOf(verdict);
		if (worst === undefined || order[standing] < order[worst.standing]) {
			worst = {resourceKey, checkId: verdict.checkId, standing};
		}
	}

	return worst;
};

/**
Whether Azure was read after Defender is known to have evaluated.
*/
const isReadLater = (finding: Finding, {readAt}: Listing): boolean => {
	const read = readAt(finding.resourceKey);
	return read !== undefined && (evaluatedAt(finding) ?? 0) < read;
};

/**
The findings whose place no verdict decides.
*/
const settledPlaces = (findings: readonly Finding[], index: FindingIndex, listing: Listing): Map<number, FindingPlace> => {
	const places = new Map<number, FindingPlace>();
	for (const {at, place} of index.settled) {
		places.set(at, place);
	}

	for (const at of index.grouped) {
		places.set(at, 'grouped');
	}

	for (const [owner, own] of index.byOwner) {
		if (listing.holds(owner) !== false) {
			continue;
		}

		for (const at of own) {
			if (listing.isGone(owner, findings[at]!)) {
				places.set(at, 'gone');
			}
		}
	}

	return places;
};

/**
Writes the places down and counts what is open in Azure and counts nowhere.
*/
const noteRelations = (findings: readonly Finding[], places: ReadonlyMap<number, FindingPlace>, relations: Map<string, FindingRelation>): SeverityCounts => {
	const uncounted: Record<Severity, number> = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	for (const [at, place] of places) {
		const finding = findings[at]!;
		relations.set(finding.key, {place, verdict: relations.get(finding.key)?.verdict});
		if (place === 'grouped' || (place === 'gone' && isOpenInAzure(finding))) {
			uncounted[finding.severity]++;
		}
	}

	return uncounted;
};

/**
The findings that have no place of their own, in slices; the earlier list where it holds the very same.
*/
const withoutPlaces = function * (findings: readonly Finding[], places: ReadonlyMap<number, FindingPlace>, earlier: readonly Finding[] | undefined): Generator<void, readonly Finding[], void> {
	if (places.size === 0) {
		return findings;
	}

	const left: Finding[] = [];
	let isSame = true;
	for (const [at, finding] of findings.entries()) {
		if (!places.has(at)) {
			isSame &&= earlier?.[left.length] === finding;
			left.push(finding);
		}

		if (at % 4096 === 4095) {
			yield;
		}
	}

	return isSame && earlier?.length === left.length ? earlier : left;
};

const notOpen = (places: ReadonlyMap<number, FindingPlace>): number => {
	let count = 0;
	for (const place of places.values()) {
		count += place === 'check' || place === 'fixed' ? 0 : 1;
	}

	return count;
};

/**
Makes the function that puts findings beside the checks that say the same. It remembers: what says the same as last time keeps its
identity, and a list of findings is sorted once. It also remembers since when Azure reads otherwise than Defender: what
is so for longer than Defender needs to look again is a difference of opinion, and counts.

The generator yields now and then; one that is left unfinished does no harm.
*/
export const createMerge = (): ((input: MergeInput) => Generator<void, DefenderView, void>) => {
	let indexed: {readonly findings: readonly Finding[]; readonly index: FindingIndex} | undefined;
	let fixedSince = new Map<string, number>();
	let previous: DefenderView | undefined;

	return function * ({findings, postures, listing, now}) {
		if (indexed?.findings !== findings) {
			indexed = {findings, index: yield * indexFindings(findings)};
		}

		const {index} = indexed;
		const places = settledPlaces(findings, index, listing);
		yield;
		const relations = new Map<string, FindingRelation>();
		const byVerdict = new Map<string, Finding>();
		const stillFixed = new Map<string, number>();
		let tied = 0;
		for (const {at, checks} of index.tied) {
			if (++tied % 256 === 0) {
				yield;
			}

			const finding = findings[at]!;
			const verdict = agreeingVerdict(finding, checks, postures);
			const place = places.get(at);
			if (verdict === undefined || place === 'gone') {
				continue;
			}

			const key = verdictKey(verdict.resourceKey, verdict.checkId);
			// What is open says more than what is settled.
			if (place === undefined || !byVerdict.has(key)) {
				byVerdict.set(key, finding);
			}

			relations.set(finding.key, {place: place ?? 'own', verdict});
			if (place !== undefined) {
				continue;
			}

			if (verdict.standing === 'fail' || verdict.standing === 'accepted') {
				places.set(at, 'check');
			} else if (verdict.standing === 'pass' && isReadLater(finding, listing)) {
				const since = fixedSince.get(finding.key) ?? now;
				stillFixed.set(finding.key, since);
				if (now - since < evaluationInterval) {
					places.set(at, 'fixed');
				}
			}
		}

		const uncounted = noteRelations(findings, places, relations);
		yield;
		const standalone = yield * withoutPlaces(findings, places, previous?.standalone);
		fixedSince = stillFixed;
		previous = reuseView(previous, {
			standalone, byVerdict, relations, uncounted, open: findings.length - notOpen(places),
		});
		return previous;
	};
};

/**
Puts findings beside the checks that say the same, at once and without memory.
*/
export const mergeFindings = (input: MergeInput): DefenderView => {
	const steps = createMerge()(input);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};
