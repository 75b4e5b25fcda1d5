import type {Fact} from './known.js';

/**
A Defender plan of one subscription. Source: Microsoft.Security/pricings 2024-01-01.
*/
export type DefenderPlan = {
	readonly subscriptionId: string;
	/**
	`Containers`, `KubernetesService`, `ContainerRegistry`, `CloudPosture`, ...
	*/
	readonly name: string;
	/**
	Standard (on) or Free (off).
	*/
	readonly tier: Fact<string | undefined>;
	readonly deprecated: Fact<boolean | undefined>;
	/**
	Extension name → on or off. An extension that is not listed is absent: neither on nor off.
	*/
	readonly extensions: Fact<Readonly<Record<string, boolean>> | undefined>;
	/**
	ISO 8601 duration, e.g. `P26DT17H24M`.
	*/
	readonly freeTrialRemaining: Fact<string | undefined>;
};
