import type {Finding} from '../../model/finding.js';
import type {Check} from '../check.js';
import {checksOf} from './checks-of.js';
import {exemptionOf} from './exemption-of.js';
import {listedTypeOf, type ListedType} from './listing.js';
import {ownerOf} from './owner-of.js';
import {placeCodes} from './place-codes.js';

/**
A resource of which some check says the same as recommendations on it.
*/
export type Subject = {
	readonly key: string;
	readonly type: ListedType | undefined;
	/**
	Those findings by their place in the list, each with the checks that say the same.
	*/
	readonly tied: ReadonlyArray<{readonly at: number; readonly checks: readonly Check[]}>;
};

/**
What of a list of findings does not depend on anything else. Findings go by their place in the list: a number costs a
hundred thousand of them next to nothing.
*/
export type FindingIndex = {
	/**
	Places in the list by the cluster or registry that a finding speaks of or that holds what it speaks of.
	*/
	readonly byOwner: ReadonlyMap<string, readonly number[]>;
	readonly subjects: readonly Subject[];
	/**
	Grouped recommendations on a resource that has individual ones too.
	*/
	readonly grouped: readonly number[];
	/**
	Codes of the places that nothing but the findings themselves decides: closed, exempt, grouped; `own` for all others.
	*/
	readonly codes: Uint8Array;
};

/**
Recommendations that sum up vulnerabilities: of images in registries, of running containers, of nodes.
Source: defender-docs, transition from grouped to individual recommendations; the catalogue's references.
*/
const groupedKeys: ReadonlySet<string> = new Set([
	'c0b7cfc6-3172-465a-b378-53c7ff2cc0d5', 'c609cf0f-71ab-41e9-a3c6-9a1f7fe1b8d5', '24a15fbd-cfe4-4dff-b2be-1c367a6b2031',
]);

const open: ReadonlySet<Finding['status']> = new Set(['unhealthy', 'active', 'in-progress', 'unknown']);

/**
Whether Defender itself calls a finding open, or does not say.
*/
export const isOpenInAzure = ({status}: Pick<Finding, 'status'>): boolean => open.has(status);

/**
Findings looked at between two yields.
*/
const batch = 256;

/**
Sorts findings by what they speak of; yields now and then, so that a hundred thousand of them keep no key waiting.
*/
export const indexFindings = function * (findings: readonly Finding[]): Generator<void, FindingIndex, void> {
	const byOwner = new Map<string, number[]>();
	const subjects = new Map<string, Array<{readonly at: number; readonly checks: readonly Check[]}>>();
	const grouped: Array<{readonly at: number; readonly owner: string | undefined}> = [];
	const individual = new Set<string | undefined>();
	const codes = new Uint8Array(findings.length);
	let owner: string | undefined;
	let below = '';
	let own: number[] = [];
	for (const [at, finding] of findings.entries()) {
		const {resourceKey} = finding;
		// In order of ids, the next finding speaks mostly of the same resource.
		if (owner === undefined || (resourceKey !== owner && !resourceKey.startsWith(below))) {
			owner = ownerOf(resourceKey);
			if (owner !== undefined) {
				below = `${owner}/`;
				own = byOwner.get(owner) ?? [];
				byOwner.set(owner, own);
			}
		}

		if (owner !== undefined) {
			own.push(at);
		}

		const checks = checksOf(finding);
		if (checks.length > 0) {
			const tied = subjects.get(resourceKey);
			if (tied) {
				tied.push({at, checks});
			} else {
				subjects.set(resourceKey, [{at, checks}]);
			}
		}

		if (!isOpenInAzure(finding)) {
			codes[at] = placeCodes[exemptionOf(finding) === undefined ? 'closed' : 'exempt'];
		} else if (finding.isIndividual) {
			individual.add(owner);
		} else if (groupedKeys.has(finding.assessmentKey)) {
			grouped.push({at, owner});
		}

		if (at % batch === 0) {
			yield;
		}
	}

	const sums = grouped.filter(entry => individual.has(entry.owner)).map(({at}) => at);
	for (const at of sums) {
		codes[at] = placeCodes.grouped;
	}

	return {
		byOwner, subjects: subjects.entries().map(([key, tied]) => ({key, type: listedTypeOf(key), tied})).toArray(), grouped: sums, codes,
	};
};
