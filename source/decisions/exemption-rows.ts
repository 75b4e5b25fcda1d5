import type {Severity} from '../model/severity.js';
import {isoDay} from '../posture/calendar.js';
import {lastDayOf, type ExemptionInForce} from '../posture/policy/policy-exemptions.js';
import {plural} from '../model/plural.js';
import {
	daysBetween,
	endInWords,
	endsSoonWithin,
	severityOfEnd,
} from './entry-states.js';

/**
One row of the worklist about an exemption in Azure that ends soon. It is only shown: Azure keeps it, and crowsnest reads.
*/
export type ExemptionRow = {
	/**
	Key of the exemption.
	*/
	readonly key: string;
	readonly id: string;
	readonly name: string;
	readonly subscriptionId: string;
	readonly resourceGroup: string;
	/**
	One sentence.
	*/
	readonly text: string;
	readonly severity: Severity;
};

/**
Exemptions that accept something and end within 14 days, the next one first.

@param now Milliseconds since 1970.
*/
export const exemptionRows = (inForce: readonly ExemptionInForce[], now: number): readonly ExemptionRow[] => {
	const today = isoDay(now);
	const ending = inForce.flatMap(entry => {
		const until = entry.expiresAt === undefined ? undefined : lastDayOf(entry.expiresAt);
		const daysLeft = until === undefined ? Infinity : daysBetween(today, until);
		return until === undefined || daysLeft > endsSoonWithin ? [] : [{...entry, until, daysLeft}];
	});
	return ending
		.toSorted((one, other) => one.daysLeft - other.daysLeft || (one.exemption.key < other.exemption.key ? -1 : 1)) // eslint-disable-line @typescript-eslint/strict-boolean-expressions
		.map(({exemption, until, daysLeft, resources, checks}) => {
			const {key, id, name, subscriptionId, resourceGroup} = exemption;
			const about = checks.size > 3 ? plural(checks.size, 'check') : [...checks].toSorted().join(', ');
			return {
				key,
				id,
				name,
				subscriptionId,
				resourceGroup,
				text: `Azure's exemption ${name} from ${about} on ${plural(resources.size, 'resource')} ${endInWords(daysLeft)}, on ${until}.`,
				severity: severityOfEnd(daysLeft),
			};
		});
};
