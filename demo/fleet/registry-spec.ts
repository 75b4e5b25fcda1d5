import type {DemoSubscription} from './estate.js';

export type RegistrySpec = {
	readonly name: string;
	readonly subscription: DemoSubscription;
	readonly resourceGroup: string;
	readonly region: string;
	readonly team: string;
	readonly sku: 'Basic' | 'Standard' | 'Premium';
	/**
	Days before the demo began.
	*/
	readonly ageDays: number;
	readonly adminUser?: boolean;
	readonly anonymousPull?: boolean;
	readonly publicNetwork?: boolean;
	/**
	Absent on Basic.
	*/
	readonly defaultAction?: 'Allow' | 'Deny';
	readonly ipRules?: readonly string[];
	readonly trustedServices?: boolean;
	readonly privateEndpoints?: ReadonlyArray<'Approved' | 'Pending' | 'Rejected'>;
	/**
	A customer's key: `rotating` has no version in its identifier; `stale` was last rotated long ago.
	*/
	readonly customerKey?: 'rotating' | 'stale';
	readonly exportDisabled?: boolean;
	readonly dataEndpoint?: boolean;
	readonly zoneRedundant?: boolean;
	readonly retentionDays?: number;
	readonly quarantine?: boolean;
	readonly contentTrust?: boolean;
	readonly armAudienceDisabled?: boolean;
	readonly abac?: boolean;
	/**
	Only shown by Resource Graph, whose documents are those of a preview version here.
	*/
	readonly softDelete?: boolean;
	/**
	Regions besides its own.
	*/
	readonly replicas?: readonly string[];
	/**
	The one among `replicas` that answers no pulls.
	*/
	readonly silentReplica?: string;
	/**
	The one among `replicas` that is still being filled.
	*/
	readonly fillingReplica?: string;
	readonly webhooksOff?: boolean;
	/**
	Its first webhook could not be made.
	*/
	readonly brokenWebhook?: boolean;
	/**
	Among its tokens is one of each weakness.
	*/
	readonly weakTokens?: boolean;
	/**
	It keeps copies of public images.
	*/
	readonly cachesPublic?: boolean;
	/**
	Name of a copy on a machine of the company's own.
	*/
	readonly connected?: string;
	/**
	Absent: its subscription's environment.
	*/
	readonly environmentTag?: string;
	/**
	Bytes that are used.
	*/
	readonly usedGib: number;
	/**
	Where its tokens and webhooks stand.
	*/
	readonly tokens: number;
	readonly webhooks: number;
	/**
	Days since the customer's key was rotated; only with `customerKey`.
	*/
	readonly keyAgeDays?: number;
};
