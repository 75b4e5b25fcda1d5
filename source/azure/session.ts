import type {ContainerRegistryManagementClient} from '@azure/arm-containerregistry';
import type {ContainerServiceClient} from '@azure/arm-containerservice';
import type {ResourceGraphClient} from '@azure/arm-resourcegraph';
import type {SubscriptionClient} from '@azure/arm-resources-subscriptions';
import type {SecurityCenter} from '@azure/arm-security';
import type {Cloud} from './cloud.js';

/**
Which part of the tenant is watched.
*/
export type Scope = {
	/**
	Ids or names as the person gave them; empty means every subscription that can be read.
	*/
	readonly subscriptions: readonly string[];
	readonly managementGroup: string | undefined;
	readonly tenant: string | undefined;
};

/**
The real SDK clients, each loaded and made on first use; all share one credential, one guarded transport and one set of options.
*/
export type Session = {
	readonly cloud: Cloud;
	readonly scope: Scope;
	readonly resourceGraph: () => Promise<ResourceGraphClient>;
	readonly subscriptions: () => Promise<SubscriptionClient>;
	readonly containerService: (subscriptionId: string) => Promise<ContainerServiceClient>;
	readonly containerRegistry: (subscriptionId: string) => Promise<ContainerRegistryManagementClient>;
	readonly security: (subscriptionId: string) => Promise<SecurityCenter>;
};
