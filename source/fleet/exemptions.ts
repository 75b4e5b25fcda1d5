import type {Decide} from '../decisions/decision.js';
import {isoDay} from '../posture/calendar.js';
import {exemptionRows, type ExemptionRow} from '../decisions/exemption-rows.js';
import type {Finding} from '../model/finding.js';
import type {PolicyRecord} from '../model/policy-exemption.js';
import type {Acceptance} from '../posture/check.js';
import {exemptionsByVerdict} from '../posture/defender/exemption-of.js';
import {verdictKey} from '../posture/defender/verdict-key.js';
import {joinPolicyExemptionsInSteps} from '../posture/policy/policy-exemptions.js';
import {createDerivation} from './derivation.js';
import type {Kept} from './keep/kept.js';
import type {PollStates} from './polls.js';
import {isSameJson} from './reuse.js';

export type ExemptionsInput = {
	/**
	What a team has accepted in its file.
	*/
	readonly inFile: Decide | undefined;
	readonly findings: readonly Finding[];
	readonly records: readonly PolicyRecord[];
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

export type Exemptions = {
	readonly decide: Decide | undefined;
	/**
	Exemptions that end soon.
	*/
	readonly ending: readonly ExemptionRow[];
};

const none: readonly never[] = [];

/**
What was read of Azure Policy's exemptions; nothing where reading them is refused, whatever the last session read.
*/
export const exemptionRecords = ({policyExemptions: {data, error}}: Pick<PollStates, 'policyExemptions'>, kept: Kept): readonly PolicyRecord[] =>
	(error?.cause === 'denied' ? none : (data ?? kept.policyExemptions?.data)?.items ?? none);

/**
The pools of a cluster are a part of its document: a definition about them is exempted on the cluster.
*/
const holderOf = (key: string): string => key.slice(0, key.lastIndexOf('/agentpools/'));

type InPolicy = {
	readonly accepted: ReadonlyMap<string, Acceptance>;
	readonly lapsed: ReadonlySet<string>;
	readonly ending: readonly ExemptionRow[];
	/**
	When the next one ends, milliseconds since 1970.
	*/
	readonly changesAt: number;
};

const nothingInPolicy: InPolicy = {
	accepted: new Map(), lapsed: new Set(), ending: none, changesAt: Infinity,
};

/**
Entries compared between two yields.
*/
const batch = 256;

const reuseAccepted = function * (before: InPolicy['accepted'], after: InPolicy['accepted']): Generator<void, InPolicy['accepted'], void> {
	if (before.size !== after.size) {
		return after;
	}

	let compared = 0;
	for (const [key, acceptance] of after) {
		if (!isSameJson(before.get(key), acceptance)) {
			return after;
		}

		if (++compared % batch === 0) {
			yield;
		}
	}

	return before;
};

const reuseLapsed = (before: InPolicy['lapsed'], after: InPolicy['lapsed']): InPolicy['lapsed'] =>
	before.size === after.size && after.isSubsetOf(before) ? before : after;

/**
Joins the records in slices; until that is done, what was known before stays.
*/
const createInPolicy = (onDone: () => void) => {
	let last = nothingInPolicy;
	const derivation = createDerivation(function * ({records, now}: {readonly records: readonly PolicyRecord[]; readonly now: number}) {
		const next = yield * joinPolicyExemptionsInSteps(records, now);
		const rows = exemptionRows(next.inForce, now);
		last = {
			accepted: yield * reuseAccepted(last.accepted, next.accepted),
			lapsed: reuseLapsed(last.lapsed, next.lapsed),
			ending: isSameJson(last.ending, rows) ? last.ending : rows,
			changesAt: next.changesAt,
		};
		return last;
	});
	derivation.subscribe(onDone);
	let known: readonly PolicyRecord[] = none;
	let day = '';
	return (records: readonly PolicyRecord[], now: number): InPolicy => {
		const isOver = now >= (derivation.current() ?? nothingInPolicy).changesAt;
		if (records !== known || isOver || isoDay(now) !== day) {
			known = records;
			day = isoDay(now);
			derivation.ask({records, now});
		}

		return derivation.current() ?? nothingInPolicy;
	};
};

const createByDefender = () => {
	let known: readonly Finding[] = none;
	let accepted: ReadonlyMap<string, Acceptance> = new Map();
	return (findings: readonly Finding[]) => {
		if (findings !== known) {
			known = findings;
			const next = exemptionsByVerdict(findings);
			accepted = isSameJson([...accepted], [...next]) ? accepted : next;
		}

		return accepted;
	};
};

const join = (inFile: Decide | undefined, policy: ReadonlyMap<string, Acceptance>, lapsed: ReadonlySet<string>, defender: ReadonlyMap<string, Acceptance>): Decide | undefined => {
	if (policy.size === 0 && defender.size === 0) {
		return inFile;
	}

	return (resource, checkId) => {
		const decided = inFile?.(resource, checkId);
		if (decided) {
			return decided;
		}

		const key = verdictKey(resource.key, checkId);
		const exempt = policy.get(key) ?? (resource.kind === 'nodePool' ? policy.get(verdictKey(holderOf(resource.key), checkId)) : undefined);
		// Defender reads the same exemptions, and up to a day later.
		return exempt ?? (lapsed.has(key) ? undefined : defender.get(key));
	};
};

/**
Makes the function that joins what a team has accepted in its file with what is exempt in Azure; the file goes first, for it
says who and until when, then Azure Policy, which says until when, then Defender. The same `decide` and the same rows again
while they say the same.

@param onDone called after a join that took more than one slice
*/
export const createExemptions = (onDone: () => void): ((input: ExemptionsInput) => Exemptions) => {
	const inPolicy = createInPolicy(onDone);
	const byDefender = createByDefender();
	let basis: readonly unknown[] = none;
	let decide: Decide | undefined;
	return ({inFile, findings, records, now}) => {
		const {accepted, lapsed, ending} = inPolicy(records, now);
		const defender = byDefender(findings);
		const next = [inFile, accepted, lapsed, defender];
		if (basis.length === 0 || next.some((part, index) => part !== basis[index])) {
			basis = next;
			decide = join(inFile, accepted, lapsed, defender);
		}

		return {decide, ending};
	};
};
