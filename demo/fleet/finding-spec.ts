import type {AlertKind} from './alert-kinds.js';
import type {ClusterSpec} from './cluster-spec.js';
import type {AzureSeverity, Recommendation} from './recommendations.js';
import type {RegistrySpec} from './registry-spec.js';

/**
The resource that a finding speaks of.
*/
export type Subject =
	| {readonly kind: 'cluster'; readonly spec: ClusterSpec}
	| {readonly kind: 'registry'; readonly spec: RegistrySpec};

/**
A recommendation that a cluster or registry meets or not.
*/
export type ConfigurationFinding = {
	readonly kind: 'configuration';
	readonly subject: Subject;
	readonly recommendation: Recommendation<never>;
	readonly isUnhealthy: boolean;
	/**
	Somebody has exempted the resource: not applicable, whatever it is like.
	*/
	readonly isExempt?: boolean;
};

/**
A package of an image that should be updated, in a registry or in a running container of a cluster.
*/
export type PackageFinding = {
	readonly kind: 'package';
	readonly subject: Subject;
	/**
	Which one of its subject's, from 0; everything else of it follows from this.
	*/
	readonly number: number;
	readonly severity: AzureSeverity;
	/**
	Seconds after the demo began; absent for what was there before.
	*/
	readonly appearedAt?: number;
};

export type AlertFinding = {
	readonly kind: 'alert';
	readonly subject: Subject;
	readonly alert: AlertKind;
	/**
	Minutes before the demo began.
	*/
	readonly minutesAgo: number;
	readonly status: 'Active' | 'InProgress' | 'Resolved';
	/**
	Tells apart two alerts of a kind on one resource.
	*/
	readonly number: number;
};

export type FindingSpec = ConfigurationFinding | PackageFinding | AlertFinding;

export const severityOf = (finding: FindingSpec): AzureSeverity => {
	switch (finding.kind) {
		case 'configuration': {
			return finding.recommendation.severity;
		}

		case 'package': {
			return finding.severity;
		}

		case 'alert': {
			return finding.alert.severity;
		}
	}
};

/**
Unhealthy or still open: what counts.
*/
export const isOpenFinding = (finding: FindingSpec): boolean =>
	finding.kind === 'configuration' ? finding.isUnhealthy : (finding.kind === 'package' || finding.status !== 'Resolved');
