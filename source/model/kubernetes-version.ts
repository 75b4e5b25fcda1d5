import type {Fact} from './known.js';

/**
A Kubernetes minor version as a region offers it. Source: `locations/{location}/kubernetesVersions`.
*/
export type KubernetesVersion = {
	/**
	`1.33`.
	*/
	readonly minor: string;
	/**
	Patch versions, newest first.
	*/
	readonly patches: readonly string[];
	/**
	`KubernetesOfficial`, `AKSLongTermSupport`.
	*/
	readonly supportPlans: readonly string[];
	readonly isPreview: boolean;
	readonly isDefault: boolean;
};

/**
By region in small letters.
*/
export type SupportedVersions = ReadonlyMap<string, Fact<readonly KubernetesVersion[]>>;
