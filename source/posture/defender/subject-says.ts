import type {Finding} from '../../model/finding.js';
import type {Check} from '../check.js';
import type {ResourcePosture} from '../posture.js';
import {standingOf, type Standing} from '../standing.js';
import type {AgreeingVerdict, FindingPlace} from './defender-view.js';
import {evaluatedAt} from './evaluated-at.js';
import type {Subject} from './index-findings.js';
import {verdictKey} from './verdict-key.js';

/**
Since when a check on a resource has been known to pass without a break, in this session and in earlier ones, milliseconds
since 1970; absent where it does not pass or nobody remembers.
*/
export type PassingSince = (resourceKey: string, checkId: string) => number | undefined;

export type SubjectInput = {
	readonly subject: Subject;
	readonly findings: readonly Finding[];
	readonly posture: ResourcePosture | undefined;
	/**
	The place of a finding that no verdict decides: settled, grouped or gone.
	*/
	readonly settledPlace: (at: number) => FindingPlace | undefined;
	/**
	When the resource was last read, milliseconds since 1970.
	*/
	readonly readAt: number | undefined;
	/**
	Since when Azure reads otherwise than Defender, by the finding's key.
	*/
	readonly fixedSince: ReadonlyMap<string, number>;
	readonly passingSince: PassingSince | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

/**
What checks and Defender say together of one resource.
*/
export type SubjectSays = {
	readonly posture: ResourcePosture | undefined;
	/**
	Findings with the verdict that says the same, by their place in the list.
	*/
	readonly said: ReadonlyArray<{readonly at: number; readonly place: FindingPlace; readonly verdict: AgreeingVerdict}>;
	readonly byVerdict: ReadonlyMap<string, Finding>;
	readonly fixedSince: ReadonlyMap<string, number>;
	/**
	It says the same for as long as the resource was read no earlier than `readAt` and no later than `readDue`, and until the clock is at `clockDue`.
	*/
	readonly readAt: number;
	readonly readDue: number;
	readonly clockDue: number;
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
const agreeingVerdict = (posture: ResourcePosture | undefined, checks: readonly Check[]): AgreeingVerdict | undefined => {
	let worst: AgreeingVerdict | undefined;
	for (const verdict of posture?.verdicts ?? []) {
		if (checks.every(({id}) => id !== verdict.checkId)) {
			continue;
		}

		const standing = standingOf(verdict);
		if (worst === undefined || order[standing] < order[worst.standing]) {
			worst = {resourceKey: posture!.key, checkId: verdict.checkId, standing};
		}
	}

	return worst;
};

/**
Never known to have been read comes before everything.
*/
export const readMoment = (readAt: number | undefined): number => readAt ?? -Infinity;

/**
Whether what was said of a resource may be another thing now.
*/
export const isDue = ({readAt, readDue, clockDue}: SubjectSays, read: number, now: number): boolean => read < readAt || read > readDue || now >= clockDue;

/**
Puts the findings on one resource beside its verdicts.
*/
export const subjectSays = ({subject, findings, posture, settledPlace, readAt, fixedSince, passingSince, now}: SubjectInput): SubjectSays => {
	const read = readMoment(readAt);
	const said: Array<SubjectSays['said'][number]> = [];
	const byVerdict = new Map<string, Finding>();
	const stillFixed = new Map<string, number>();
	let readDue = Infinity;
	let clockDue = Infinity;

	/**
	Where a finding counts that is open and stands beside a verdict.
	*/
	const openPlace = (finding: Finding, {standing, resourceKey, checkId}: AgreeingVerdict): FindingPlace => {
		if (standing === 'fail' || standing === 'accepted') {
			return 'check';
		}

		if (standing !== 'pass') {
			return 'own';
		}

		const evaluated = evaluatedAt(finding) ?? 0;
		if (evaluated >= read) {
			readDue = Math.min(readDue, evaluated);
			return 'own';
		}

		const since = Math.min(fixedSince.get(finding.key) ?? now, passingSince?.(resourceKey, checkId) ?? now);
		stillFixed.set(finding.key, since);
		if (now - since >= evaluationInterval) {
			return 'own';
		}

		clockDue = Math.min(clockDue, since + evaluationInterval);
		return 'fixed';
	};

	for (const {at, checks} of subject.tied) {
		const finding = findings[at]!;
		const verdict = agreeingVerdict(posture, checks);
		const settled = settledPlace(at);
		if (verdict === undefined || settled === 'gone') {
			continue;
		}

		const key = verdictKey(verdict.resourceKey, verdict.checkId);
		// What is open says more than what is settled.
		if (settled === undefined || !byVerdict.has(key)) {
			byVerdict.set(key, finding);
		}

		said.push({at, place: settled ?? openPlace(finding, verdict), verdict});
	}

	return {
		posture, said, byVerdict, fixedSince: stillFixed, readAt: read, readDue, clockDue,
	};
};
