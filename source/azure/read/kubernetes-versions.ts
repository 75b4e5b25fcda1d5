import {
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {supportPlans} from './vocabulary.js';

let collator: Intl.Collator | undefined;

/**
Made when it is first needed: to make it takes as long as a frame, and the first rows do not wait for versions.
*/
const compareNumbers = (one: string, other: string): number => {
	collator ??= new Intl.Collator('en', {numeric: true});
	return collator.compare(one, other);
};

const readVersion = (element: unknown): Fact<KubernetesVersion> => {
	const version = Branch.of(element);
	const minor = version.word('version');
	const plans = version.child('capabilities').texts('supportPlan', plan => (typeof plan === 'string' ? supportPlans.get(plan.toLowerCase()) ?? intern(plan) : undefined));
	const isPreview = version.flag('isPreview');
	const isDefault = version.flag('isDefault');
	const patches = version.child('patchVersions');
	const faults: readonly unknown[] = [minor, plans, isPreview, isDefault, patches.presence()];
	const fault = faults.find((fact): fact is Unknown => isUnknown(fact));
	if (fault !== undefined) {
		return fault;
	}

	return typeof minor === 'string'
		? {
			minor,
			patches: patches.names().map(name => intern(name)).toSorted((a, b) => compareNumbers(b, a)),
			supportPlans: isUnknown(plans) ? [] : plans ?? [],
			isPreview: isPreview === true,
			isDefault: isDefault === true,
		}
		: unknown('malformed', 'an element of `values` has no `version`');
};

/**
Maps what a region answers about its Kubernetes versions, newest first. One version that cannot be read makes the whole
answer unknown: a version missing from the list would pass for one that is out of support.
Source: Microsoft.ContainerService `locations/{location}/kubernetesVersions` 2026-05-01 (the envelope is `values`;
`isPreview` and `isDefault` stand only where true).
*/
export const readKubernetesVersions = (answer: unknown): Fact<readonly KubernetesVersion[]> => {
	const values = Branch.of(answer).list('values');
	if (values === undefined) {
		return unknown('malformed', 'the answer has no `values`');
	}

	if (isUnknown(values)) {
		return values;
	}

	const versions: KubernetesVersion[] = [];
	for (const element of values) {
		const version = readVersion(element);
		if (isUnknown(version)) {
			return version;
		}

		versions.push(version);
	}

	return versions.toSorted((a, b) => compareNumbers(b.minor, a.minor));
};
