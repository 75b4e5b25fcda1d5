import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import type {ExemptState, PolicyExemption, PolicyRecord} from '../../model/policy-exemption.js';
import type {Acceptance, Check} from '../check.js';
import {checks} from '../checks/index.js';
import {verdictKey} from '../defender/verdict-key.js';
import {finish} from '../../model/finish.js';

/**
An exemption that accepts something here, and what.
*/
export type ExemptionInForce = {
	readonly exemption: PolicyExemption;
	/**
	Milliseconds since 1970; absent for one without an end.
	*/
	readonly expiresAt: number | undefined;
	readonly resources: ReadonlySet<string>;
	readonly checks: ReadonlySet<string>;
};

export type PolicyExemptions = {
	/**
	Verdict key (`resource key#check id`) → acceptance. Whether the check fails is not looked at.
	*/
	readonly accepted: ReadonlyMap<string, Acceptance>;
	/**
	Verdict keys of what Azure still calls exempt, by exemptions that are over or whose end cannot be read.
	*/
	readonly lapsed: ReadonlySet<string>;
	readonly inForce: readonly ExemptionInForce[];
	/**
	When the next exemption ends and all this says otherwise, milliseconds since 1970.
	*/
	readonly changesAt: number;
};

const byDefinition = new Map<string, Check[]>();
for (const check of checks) {
	for (const definition of check.references.azurePolicy ?? []) {
		const same = byDefinition.get(definition.toLowerCase()) ?? [];
		same.push(check);
		byDefinition.set(definition.toLowerCase(), same);
	}
}

const none: readonly never[] = [];

/**
Resource Graph gives exemptions of management groups only where they lie above what it was asked about.
*/
const isAbove = (scope: string): boolean => scope.startsWith('/providers/microsoft.management/managementgroups/');

/**
Exemptions of one assignment by their scope, '' for all management groups: a thousand of them are not tried on every state.
*/
type Scopes = Map<string, PolicyExemption[]>;

/**
Those of a resource itself and of all above it: `/subscriptions/a/resourcegroups/b`, `/subscriptions/a/resourcegroups`, ...
*/
const exemptionsOver = (scopes: Scopes | undefined, key: string): readonly PolicyExemption[] => {
	if (!scopes) {
		return none;
	}

	const found = [...scopes.get('') ?? none];
	for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
		found.push(...scopes.get(key.slice(0, end)) ?? none);
	}

	return found;
};

/**
What could not be read is taken to match, so that an end that could be read counts.
*/
const isAbout = ({referenceIds}: PolicyExemption, {referenceId}: ExemptState): boolean => {
	const references = valueOf(referenceIds) ?? none;
	return references.length === 0 || isUnknown(referenceId) || references.includes(referenceId ?? '');
};

/**
The moment at which it ends; in the past where the end cannot be read, for nobody can say that it still holds.
*/
const endOf = (expiresAt: Fact<number | undefined>): number => (isUnknown(expiresAt) ? -Infinity : expiresAt ?? Infinity);

const longestOf = (exemptions: readonly PolicyExemption[], state: ExemptState): PolicyExemption | undefined => {
	let found: PolicyExemption | undefined;
	for (const exemption of exemptions) {
		if (isAbout(exemption, state) && (!found || endOf(exemption.expiresAt) > endOf(found.expiresAt))) {
			found = exemption;
		}
	}

	return found;
};

const text = (fact: Fact<string | undefined>): string => valueOf(fact)?.trim() ?? '';

const reasonOf = ({displayName, description, category, name}: PolicyExemption): string => {
	const words = [text(displayName), text(description), name].find(word => word !== '') ?? '';
	return text(category) === '' ? words : `${words} (${text(category)})`;
};

/**
The last day, in UTC, on which something that ends at a moment holds: `2026-11-30` for midnight of the first of December.
*/
export const lastDayOf = (end: number): string | undefined => {
	const day = new Date(end - 1);
	return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
};

const acceptanceOf = (state: ExemptState, exemption: PolicyExemption | undefined): Acceptance => {
	if (!exemption) {
		return {
			from: 'azure',
			reason: 'The resource is exempt in Azure Policy; no exemption that could be read says why.',
			by: undefined,
			until: undefined,
			at: state.assignmentId === '' ? state.key : state.assignmentId,
		};
	}

	const end = endOf(exemption.expiresAt);
	return {
		from: 'azure', reason: reasonOf(exemption), by: exemption.createdBy, until: end === Infinity ? undefined : lastDayOf(end), at: exemption.id,
	};
};

type Gathered = ExemptionInForce & {
	readonly resources: Set<string>;
	readonly checks: Set<string>;
	readonly acceptance: Acceptance;
};

const gather = (all: Map<string, Gathered>, exemption: PolicyExemption, state: ExemptState, ids: readonly string[]): void => {
	const known = all.get(exemption.key) ?? {
		exemption, expiresAt: valueOf(exemption.expiresAt), resources: new Set(), checks: new Set(), acceptance: acceptanceOf(state, exemption),
	};
	known.resources.add(state.resourceKey);
	for (const id of ids) {
		known.checks.add(id);
	}

	all.set(exemption.key, known);
};

/**
Records looked at between two yields: a millisecond's work.
*/
const batch = 256;

/**
Puts the states that Azure Policy calls exempt beside the exemptions that make them so: a failure of each check whose
references name the definition is accepted on that resource. A state follows its exemption by up to a day, so the exemption's
end goes before it; a state without an exemption that could be read is taken at its word.

The generator yields now and then, so that tens of thousands of states keep no key waiting.

@param records Of all subscriptions, in any order.
@param now Milliseconds since 1970.
*/
export const joinPolicyExemptionsInSteps = function * (records: Iterable<PolicyRecord>, now: number): Generator<void, PolicyExemptions, void> {
	const states: ExemptState[] = [];
	const byAssignment = new Map<string, Scopes>();
	let looked = 0;
	for (const record of records) {
		if (++looked % batch === 0) {
			yield;
		}

		if (record.kind === 'state') {
			states.push(record);
			continue;
		}

		const assignment = valueOf(record.assignmentId) ?? '';
		const scopes: Scopes = byAssignment.get(assignment) ?? new Map<string, PolicyExemption[]>();
		const scope = isAbove(record.scope) ? '' : record.scope;
		const same = scopes.get(scope) ?? [];
		same.push(record);
		scopes.set(scope, same);
		byAssignment.set(assignment, scopes);
	}

	const accepted = new Map<string, Acceptance>();
	const ends = new Map<string, number>();
	const lapsed = new Set<string>();
	const inForce = new Map<string, Gathered>();
	const accept = (key: string, end: number, acceptance: Acceptance): void => {
		if (!(end > (ends.get(key) ?? -Infinity))) {
			return;
		}

		ends.set(key, end);
		accepted.set(key, acceptance);
	};

	for (const state of states) {
		if (++looked % batch === 0) {
			yield;
		}

		const ids = (byDefinition.get(state.definition) ?? none).map(({id}) => id);
		if (ids.length === 0) {
			continue;
		}

		const exemption = longestOf(exemptionsOver(byAssignment.get(state.assignmentId), state.resourceKey), state);
		const end = exemption ? endOf(exemption.expiresAt) : Infinity;
		const keys = ids.map(id => verdictKey(state.resourceKey, id));
		if (end <= now) {
			for (const key of keys) {
				lapsed.add(key);
			}

			continue;
		}

		if (exemption) {
			gather(inForce, exemption, state, ids);
		}

		const acceptance = (exemption && inForce.get(exemption.key)?.acceptance) ?? acceptanceOf(state, exemption);
		for (const key of keys) {
			accept(key, end, acceptance);
		}
	}

	return {
		accepted,
		lapsed: lapsed.difference(accepted),
		inForce: inForce.values().toArray(),
		changesAt: inForce.values().reduce((first, {expiresAt}) => Math.min(first, expiresAt ?? Infinity), Infinity),
	};
};

/**
The same at once.
*/
export const joinPolicyExemptions = (records: Iterable<PolicyRecord>, now: number): PolicyExemptions => finish(joinPolicyExemptionsInSteps(records, now));
