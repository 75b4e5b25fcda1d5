import type {Severity} from '../model/severity.js';
import type {Verdict} from './check.js';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
What all checks say of one resource.
*/
export type ResourcePosture = {
	readonly key: string;
	readonly verdicts: readonly Verdict[];
	/**
	Failed checks by severity.
	*/
	readonly failed: SeverityCounts;
	readonly unknown: number;
	readonly passed: number;
	/**
	Failures that somebody has accepted: in none of the numbers above.
	*/
	readonly accepted: number;
	readonly worst: Severity | undefined;
	/**
	0 to 100; absent when nothing could be judged.
	*/
	readonly score: number | undefined;
};

export type FleetPosture = {
	readonly byKey: ReadonlyMap<string, ResourcePosture>;
	readonly failed: SeverityCounts;
	readonly unknown: number;
	readonly passed: number;
	readonly accepted: number;
	readonly score: number | undefined;
};
