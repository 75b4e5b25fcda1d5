import type {Fact} from './known.js';
import type {Resource} from './resource.js';
import type {Severity} from './severity.js';

/**
What Defender for Cloud says of one resource: an assessment (a recommendation that is met or not) or an
alert (something that happened). Identity is the assessment's own id, never its display name.
Source: Microsoft.Security assessments 2025-05-04, alerts 2022-01-01; Resource Graph `securityresources`.
*/
export type Finding = Resource & {
	readonly kind: 'finding';
	readonly source: 'assessment' | 'alert';
	/**
	The recommendation's display name or the alert's title: `name` is the same text.
	*/
	readonly title: string;
	/**
	The GUID of the recommendation, or the alert's type.
	*/
	readonly assessmentKey: string;
	readonly severity: Severity;
	/**
	True when `metadata.severity` (or the alert's) could not be read and `severity` is `info` for want of better.
	*/
	readonly severityUnknown: boolean;
	readonly status: 'unhealthy' | 'healthy' | 'not-applicable' | 'active' | 'in-progress' | 'resolved' | 'dismissed' | 'unknown';
	/**
	`status.cause`: `Exempt`, `OffByPolicy`, ...
	*/
	readonly cause: Fact<string | undefined>;
	/**
	`status.description`: why it is so, in Defender's words; names an exemption.
	*/
	readonly statusText?: Fact<string | undefined>;
	/**
	True for a recommendation about one package or one upgrade, of which Azure may list a grouped one besides.
	*/
	readonly isIndividual?: boolean;
	/**
	The resource that it speaks of: key in small letters, and its name.
	*/
	readonly resourceKey: string;
	readonly resourceName: string;
	/**
	`managedclusters`, `registries`, `containerImage`, ... in small letters.
	*/
	readonly resourceType: string;
	readonly description: Fact<string | undefined>;
	readonly remediation: Fact<string | undefined>;
	/**
	ISO 8601: when its status last changed, or when the alert happened.
	*/
	readonly since: Fact<string | undefined>;
	/**
	ISO 8601: when Defender first evaluated it.
	*/
	readonly firstEvaluated: Fact<string | undefined>;
	/**
	Https URL of the portal blade.
	*/
	readonly portalUrl: Fact<string | undefined>;
	/**
	MITRE tactics and techniques.
	*/
	readonly tactics: readonly string[];
};

/**
Exact numbers over all findings, from a summary that Resource Graph computes itself.
*/
export type FindingTotals = {
	readonly bySeverity: Readonly<Record<Severity, number>>;
	/**
	Unhealthy assessments and active alerts.
	*/
	readonly total: number;
};
