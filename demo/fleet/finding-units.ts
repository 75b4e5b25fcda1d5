import {findingId, subjectId} from '../documents/finding-id.js';
import {hash} from '../random.js';
import {
	isOpenFinding,
	severityOf,
	type AlertFinding,
	type ConfigurationFinding,
	type FindingSpec,
	type PackageFinding,
	type Subject,
} from './finding-spec.js';
import type {Fleet} from './fleet.js';
import {
	azureSeverities,
	clusterRecommendations,
	registryRecommendations,
	type AzureSeverity,
	type Recommendation,
} from './recommendations.js';

/**
The findings that share the beginning of their id, and so stand together in any order by id: those of one resource, or
one alert. Only counts are held; a finding is made when it is asked for.
*/
export type FindingUnit = {
	/**
	What the ids begin with, in small letters, as far as the unit's findings share it.
	*/
	readonly id: string;
	readonly subscriptionId: string;
	/**
	In small letters: the resource that they speak of.
	*/
	readonly subjectId: string;
	readonly isAlert: boolean;
	/**
	Open findings by severity, worst first.
	*/
	readonly open: readonly number[];
	/**
	The n-th open finding of a severity, in order of ids.
	*/
	readonly at: (severity: number, n: number) => FindingSpec;
	/**
	Those that are about packages of images.
	*/
	readonly packages: () => Iterable<PackageFinding>;
	/**
	What is healthy or resolved: it does not count.
	*/
	readonly closed: () => readonly FindingSpec[];
};

/**
Of a hundred package findings of a resource, so many are critical, high, medium; the rest is low.
*/
const shares = [4, 24, 46] as const;

const packageCounts = (count: number): readonly number[] => {
	const worst = shares.map(share => Math.floor((count * share) / 100));
	// Of a few, too, one is as bad as it gets: what is presented has to show it.
	if (count >= 3 && worst[0] === 0) {
		worst[0] = 1;
		worst[1] = Math.max(1, worst[1]! - 1);
	}

	return [...worst, count - worst.reduce((sum, part) => sum + part, 0), 0];
};

/**
One of so many recommendations is late.
*/
const oneLateOf = 19;

/**
What was fixed in Azure since Defender last looked.
*/
const isLate = (name: string, key: string): boolean => hash(0, `late ${name} ${key}`) % oneLateOf === 0;

const configurationOf = (subject: Subject): readonly ConfigurationFinding[] => {
	const {name} = subject.spec;
	const finding = (recommendation: Recommendation<never>, isUnhealthy: boolean, isExempt: boolean): ConfigurationFinding => ({
		kind: 'configuration', subject, recommendation, isUnhealthy: !isExempt && (isUnhealthy || isLate(name, recommendation.key)), ...(isExempt && {isExempt}),
	});
	return subject.kind === 'cluster'
		? clusterRecommendations.map(entry => finding(entry, entry.isUnhealthy(subject.spec), entry.exemption?.isFor(subject.spec) ?? false))
		: registryRecommendations.map(entry => finding(entry, entry.isUnhealthy(subject.spec), entry.exemption?.isFor(subject.spec) ?? false));
};

/**
What is left of a cluster and a registry that were deleted: Defender has not noticed yet.
*/
const deletedUnits = ({clusters, registries}: Fleet): readonly FindingUnit[] => [
	...clusters.length === 0 ? [] : [resourceUnit({kind: 'cluster', spec: {...clusters.at(0), name: `${clusters.at(0).name}-old`, defender: false}}, 0)],
	...registries.length === 0
		? []
		: [resourceUnit({
			kind: 'registry', spec: {
				...registries.at(0), name: `${registries.at(0).name}old`, publicNetwork: true, defaultAction: 'Allow',
			},
		}, 0)],
];

const numberBefore = (counts: readonly number[], severity: number): number => {
	let sum = 0;
	for (let index = 0; index < severity; index++) {
		sum += counts[index]!;
	}

	return sum;
};

/**
All assessments of one resource: its recommendations, then its packages, which are numbered worst first.
*/
export const resourceUnit = (subject: Subject, packageCount: number): FindingUnit => {
	const id = subjectId(subject).toLowerCase();
	const counts = packageCounts(packageCount);
	const open = [...counts];
	const unhealthyBySeverity: ConfigurationFinding[][] = azureSeverities.map(() => []);
	for (const finding of configurationOf(subject)) {
		if (!finding.isUnhealthy) {
			continue;
		}

		const severity = azureSeverities.indexOf(finding.recommendation.severity);
		open[severity]! += 1;
		unhealthyBySeverity[severity]!.push(finding);
	}

	const packageAt = (severity: number, n: number): PackageFinding => ({
		kind: 'package', subject, number: numberBefore(counts, severity) + n, severity: azureSeverities[severity]!,
	});
	return {
		id: `${id}/providers/microsoft.security/assessments/`,
		subscriptionId: subject.spec.subscription.id,
		subjectId: id,
		isAlert: false,
		open,
		at(severity, n) {
			const unhealthy = unhealthyBySeverity[severity]!;
			// Package keys begin with 2 or more, so recommendations whose key begins with 0 or 1 come before them.
			const early = unhealthy.filter(({recommendation}) => recommendation.key < '2').length;
			if (n < early) {
				return unhealthy[n]!;
			}

			return n < early + counts[severity]! ? packageAt(severity, n - early) : unhealthy[n - counts[severity]!]!;
		},
		* packages() {
			for (const [severity, count] of counts.entries()) {
				for (let n = 0; n < count; n++) {
					yield packageAt(severity, n);
				}
			}
		},
		closed: () => configurationOf(subject).filter(finding => !finding.isUnhealthy),
	};
};

/**
One finding that stands alone: an alert, or what the story adds.
*/
export const singleUnit = (seed: number, finding: FindingSpec): FindingUnit => {
	const isOpen = isOpenFinding(finding);
	const severity: AzureSeverity = severityOf(finding);
	return {
		id: findingId(seed, finding).toLowerCase(),
		subscriptionId: finding.subject.spec.subscription.id,
		subjectId: subjectId(finding.subject).toLowerCase(),
		isAlert: finding.kind === 'alert',
		open: azureSeverities.map(name => (isOpen && name === severity ? 1 : 0)),
		at: () => finding,
		packages: () => (finding.kind === 'package' ? [finding] : []),
		closed: () => (isOpen ? [] : [finding]),
	};
};

/**
By id, as Resource Graph's `order by id asc` has it.
*/
export const compareUnits = (first: FindingUnit, second: FindingUnit): number => (first.id < second.id ? -1 : Number(first.id > second.id));

/**
A subscription for trying things, without any plan, that nobody has brought to Defender: no assessment speaks of it.
*/
const isAssessed = ({subscription: {environment, plans}}: Subject['spec']): boolean => environment !== 'dev' || plans !== 'off';

const isOpenAlert = (alert: AlertFinding): boolean => alert.status !== 'Resolved';

/**
Every unit of the fleet. What clusters, registries and alerts do not have themselves is spread over the registries as
findings of images, so that the total is exactly what the fleet promises.
*/
export const findingUnits = (fleet: Fleet): readonly FindingUnit[] => {
	const {clusters, registries, alerts, context} = fleet;
	const units: FindingUnit[] = [];
	let total = 0;
	const add = (unit: FindingUnit): void => {
		units.push(unit);
		total += numberBefore(unit.open, unit.open.length);
	};

	for (let index = 0; index < clusters.length; index++) {
		const spec = clusters.at(index);
		if (isAssessed(spec)) {
			add(resourceUnit({kind: 'cluster', spec}, fleet.runningFindings(index)));
		}
	}

	for (let index = 0; index < alerts.length; index++) {
		const alert = alerts.at(index);
		if (isOpenAlert(alert)) {
			add(singleUnit(context.seed, alert));
		}
	}

	for (const unit of deletedUnits(fleet)) {
		add(unit);
	}

	const subjects = Array.from({length: registries.length}, (_, index): Subject => ({kind: 'registry', spec: registries.at(index)})).filter(({spec}) => isAssessed(spec));
	const own = subjects.reduce((sum, subject) => sum + configurationOf(subject).filter(({isUnhealthy}) => isUnhealthy).length, 0);
	const images = Math.max(0, fleet.findingCount - total - own);
	for (const [index, subject] of subjects.entries()) {
		add(resourceUnit(subject, Math.floor(images / subjects.length) + (index < images % subjects.length ? 1 : 0)));
	}

	return units.toSorted(compareUnits);
};
