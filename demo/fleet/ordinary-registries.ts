import type {DemoSubscription} from './estate.js';
import type {RegistrySpec} from './registry-spec.js';

const hardened = {
	sku: 'Premium', publicNetwork: false, defaultAction: 'Deny', privateEndpoints: ['Approved'], exportDisabled: true,
	zoneRedundant: true, retentionDays: 14, armAudienceDisabled: true, abac: true, dataEndpoint: true,
} as const;

/**
Nine registries of all three SKUs.
*/
export const ordinaryRegistries = (subscriptions: readonly DemoSubscription[]): readonly RegistrySpec[] => {
	const registry = (subscriptionName: string, name: string, region: string, given: Pick<RegistrySpec, 'sku' | 'ageDays' | 'usedGib'> & Partial<RegistrySpec>): RegistrySpec => {
		const subscription = subscriptions.find(entry => entry.name === `vlm-${subscriptionName}`)!;
		const {team, environment} = subscription;
		return {
			name, subscription, resourceGroup: `rg-${team}-${environment}-registry`, region, team, tokens: 0, webhooks: 0, publicNetwork: true, trustedServices: true, ...given,
		};
	};

	return [
		registry('payments-prod', 'vlmpayments', 'germanywestcentral', {
			...hardened, ageDays: 1210, usedGib: 212, customerKey: 'rotating', keyAgeDays: 41, quarantine: true, trustedServices: false, replicas: ['westeurope'], webhooks: 2, webhooksOff: true,
		}),
		registry('shop-prod', 'vlmshop', 'westeurope', {
			sku: 'Premium', ageDays: 1630, usedGib: 618, defaultAction: 'Deny', ipRules: ['198.51.100.0/28', '203.0.113.71'], privateEndpoints: ['Approved', 'Pending'], tokens: 12, webhooks: 6, retentionDays: 30, contentTrust: true, replicas: ['northeurope'], silentReplica: 'northeurope', weakTokens: true, brokenWebhook: true, connected: 'store-hamburg',
		}),
		registry('shop-nonprod', 'vlmshopdev', 'westeurope', {
			sku: 'Standard', ageDays: 1402, usedGib: 96, adminUser: true, defaultAction: 'Allow', webhooks: 9, softDelete: true,
		}),
		registry('data-prod', 'vlmdata', 'westeurope', {
			...hardened, ageDays: 930, usedGib: 341, customerKey: 'stale', keyAgeDays: 512, abac: false, exportDisabled: false,
		}),
		registry('data-nonprod', 'vlmdatalab', 'northeurope', {
			sku: 'Basic', ageDays: 402, usedGib: 14, adminUser: true,
		}),
		registry('platform-shared', 'vlmplatform', 'westeurope', {
			...hardened, ageDays: 1985, usedGib: 455, tokens: 31, webhooks: 14, customerKey: 'rotating', keyAgeDays: 18, replicas: ['northeurope', 'eastus2'], fillingReplica: 'eastus2', cachesPublic: true,
		}),
		registry('platform-shared', 'vlmpublic', 'eastus2', {
			sku: 'Standard', ageDays: 611, usedGib: 22, anonymousPull: true, defaultAction: 'Allow',
		}),
		registry('logistics-prod', 'vlmlogistics', 'westeurope', {
			sku: 'Basic', ageDays: 2710, usedGib: 9, adminUser: true, webhooks: 2,
		}),
		registry('identity-prod', 'vlmidentity', 'northeurope', {
			...hardened, ageDays: 588, usedGib: 74, privateEndpoints: ['Approved', 'Approved'], retentionDays: undefined, softDelete: true,
		}),
	];
};
