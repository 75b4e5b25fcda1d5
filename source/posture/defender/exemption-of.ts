import type {Finding} from '../../model/finding.js';
import {valueOf} from '../../model/known.js';
import type {Acceptance} from '../check.js';
import {checksOf} from './checks-of.js';
import {verdictKey} from './verdict-key.js';

/**
Somebody has exempted a resource from a recommendation in Azure.
*/
export type Exemption = {
	/**
	Name of the policy exemption, where Defender tells it.
	*/
	readonly name: string | undefined;
	readonly category: 'Waiver' | 'Mitigated' | undefined;
	/**
	Defender's own sentence, or a plain one where it sends none.
	*/
	readonly reason: string;
};

/**
The exemption of an assessment: status code NotApplicable with the cause Exempt. An assessment tells neither who exempted
it nor until when; its description names exemption and category in words only, so both may be absent.
Source: Microsoft.Security assessments 2025-05-04, `status.cause`; categories of Microsoft.Authorization/policyExemptions 2022-07-01-preview.
*/
export const exemptionOf = ({status, cause, statusText}: Finding): Exemption | undefined => {
	if (status !== 'not-applicable' || valueOf(cause)?.toLowerCase() !== 'exempt') {
		return undefined;
	}

	const text = valueOf(statusText) ?? '';
	const category = /\b(?:waiver|mitigated)\b/iv.exec(text)?.[0].toLowerCase();
	return {
		name: /exemption "(?<name>[^"]+)"/iv.exec(text)?.groups?.name,
		category: category === undefined ? undefined : (category === 'waiver' ? 'Waiver' : 'Mitigated'),
		reason: text === '' ? 'The resource is exempt from this recommendation in Azure.' : text,
	};
};

/**
What Azure's exemptions accept: verdict key (`resource key#check id`) → acceptance, for each exempted recommendation that says the
same as a check. Whether the check fails is not looked at.
*/
export const exemptionsByVerdict = (findings: Iterable<Finding>): ReadonlyMap<string, Acceptance> => {
	const accepted = new Map<string, Acceptance>();
	for (const finding of findings) {
		const exemption = exemptionOf(finding);
		if (exemption === undefined) {
			continue;
		}

		for (const {id} of checksOf(finding)) {
			accepted.set(verdictKey(finding.resourceKey, id), {
				from: 'azure', reason: exemption.reason, by: undefined, until: undefined, at: exemption.name ?? finding.id,
			});
		}
	}

	return accepted;
};
