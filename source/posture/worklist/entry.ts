import type {Finding} from '../../model/finding.js';
import type {Exposure as ServiceExposure} from '../../model/exposure.js';
import {longName} from '../../model/long-name.js';
import type {Resource} from '../../model/resource.js';
import type {Severity} from '../../model/severity.js';
import type {Verdict} from '../check.js';
import {checkById} from '../checks/index.js';
import {exposureOf, type Exposure} from './exposure.js';
import {rankOf} from './rank.js';
import {reachOf, type Reach} from './reach.js';

/**
One line of the worklist. It has what every resource has, so that tables, filters and copying take it as one.
*/
export type WorklistEntry = Resource & {
	/**
	What says so: a failed check, a finding of Defender, a decision that ends or no longer holds, or an exemption in Azure
	that ends.
	*/
	readonly source: 'check' | 'finding' | 'decision' | 'exemption';
	/**
	What is wrong, the same for every resource: id of the check, title of the finding.
	*/
	readonly topic: string;
	readonly title: string;
	readonly severity: Severity;
	/**
	What Enter and `d` open; absent for a line of a file and for what Azure keeps.
	*/
	readonly resource: Resource | undefined;
	readonly resourceName: string;
	readonly verdict?: Verdict;
	readonly finding?: Finding;
	readonly exposure: Exposure;
	readonly reach: Reach;
	/**
	See `rankOf`.
	*/
	readonly rank: number;
	/**
	The properties that prove it, or the reason, in words.
	*/
	readonly proof: string;
};

/**
What decided a verdict, in one line.
*/
export const proofOf = ({outcome}: Verdict): string => {
	switch (outcome.status) {
		case 'unknown': {
			return outcome.reason;
		}

		case 'not-applicable': {
			return `${outcome.because.path} = ${outcome.because.value}`;
		}

		case 'pass':
		case 'fail': {
			return outcome.evidence.map(({path, value}) => `${path} = ${value}`).join(', ');
		}
	}
};

/**
The lines of failed checks of one resource.

@param failed verdicts that count as failed (`standingOf`)
@param reached of a Service: who can reach it
*/
export const checkEntries = (resource: Resource, failed: readonly Verdict[], dependants: number | undefined, reached?: ServiceExposure): readonly WorklistEntry[] => {
	if (failed.length === 0) {
		return [];
	}

	const exposure = exposureOf(resource, reached);
	const reach = reachOf(resource, dependants);
	const {kind, id, name, subscriptionId, resourceGroup, region, tags} = resource;
	const resourceName = longName(resource);
	return failed.map(verdict => ({
		kind,
		id,
		key: `${resource.key}#${verdict.checkId}`,
		name,
		subscriptionId,
		resourceGroup,
		region,
		tags,
		source: 'check',
		topic: verdict.checkId,
		title: checkById.get(verdict.checkId)?.title ?? verdict.checkId,
		severity: verdict.severity,
		resource,
		resourceName,
		verdict,
		exposure,
		reach,
		rank: rankOf(verdict.severity, exposure, reach),
		proof: proofOf(verdict),
	}));
};

const notInFleet: Exposure = {state: 'unknown', because: undefined};

/**
The line of a finding of Defender.

@param subject the resource that it speaks of, where the fleet has it
*/
export const findingEntry = (finding: Finding, subject: Resource | undefined, dependants: number | undefined): WorklistEntry => {
	const exposure = subject ? exposureOf(subject) : notInFleet;
	const reach = reachOf(subject ?? finding, dependants);
	const {kind, id, key, name, subscriptionId, resourceGroup, region, tags, title, severity} = finding;
	return {
		kind,
		id,
		key,
		name,
		subscriptionId,
		resourceGroup,
		region: subject?.region ?? region,
		tags: subject?.tags ?? tags,
		source: 'finding',
		// Each image has a recommendation of its own for the same package: what they are about is their title.
		topic: title,
		title,
		severity,
		resource: finding,
		resourceName: subject ? longName(subject) : finding.resourceName,
		finding,
		exposure,
		reach,
		rank: rankOf(severity, exposure, reach),
		proof: `Defender: ${finding.status}`,
	};
};
