import type {Severity} from '../../model/severity.js';

/**
Something about how a pool is patched, or guarded, that a person should know.
*/
export type Callout = {
	readonly id:
		| 'no-channel'
		| 'nightly-without-kured'
		| 'kured-held'
		| 'kured-incomplete'
		| 'channel-idle'
		| 'missed-patch-tuesday'
		| 'retired-system'
		| 'kubelet-unsupported'
		| 'public-addresses'
		| 'ssh-open'
		| 'no-fips'
		| 'no-host-encryption';
	/**
	`unknown`: whether it is so could not be told.
	*/
	readonly severity: Severity | 'unknown';
	/**
	A few words, for a cell.
	*/
	readonly short: string;
	/**
	One sentence.
	*/
	readonly text: string;
};

/**
What a callout adds to the risk of a pool.
*/
export const calloutRisk: Readonly<Record<Callout['severity'], number>> = {
	critical: 30, high: 20, medium: 8, low: 3, info: 1, unknown: 5,
};
