import type {ClusterSpec, PoolSpec} from './cluster-spec.js';
import {shortRegion, type DemoSubscription} from './estate.js';
import {
	oldPool,
	systemPool,
	userPool,
	windowsPool,
} from './pools.js';
import {profiles, type ProfileName} from './profiles.js';

type Given = Partial<ClusterSpec> & {readonly suffix?: string};

/**
Twenty-four clusters with sixty node pools, each with its own story of how it came to be as it is.
*/
export const ordinaryClusters = (subscriptions: readonly DemoSubscription[]): readonly ClusterSpec[] => {
	const cluster = (subscriptionName: string, profile: ProfileName, region: string, version: string, pools: readonly PoolSpec[] | undefined, given: Given = {}): ClusterSpec => {
		const subscription = subscriptions.find(({name}) => name === `vlm-${subscriptionName}`)!;
		const {suffix, ...rest} = given;
		const {team, environment} = subscription;
		const place = shortRegion(region);
		return {
			...profiles[profile],
			name: ['aks', team, suffix, environment, place].filter(Boolean).join('-'),
			subscription,
			resourceGroup: `rg-${team}-${environment}-${place}`,
			region,
			team,
			environment,
			version,
			// Nobody pays for the sandbox by name.
			tags: {environment, owner: team, ...(subscriptionName !== 'sandbox' && {costCentre: `cc-${String(4100 + (subscriptions.indexOf(subscription) * 10))}`})},
			pools,
			...rest,
		};
	};

	// Of the private ones only the platform team's and one of identity's can be reached from where people sit.
	const faraway = {isOutOfReach: true} as const;
	// What the role Azure Kubernetes Service RBAC Reader does not show.
	const asReader = {forbidden: ['nodes', 'storageclasses', 'clusterrolebindings']} as const;
	return [
		// Payments: under audit, and it shows.
		cluster('payments-prod', 'hardened', 'germanywestcentral', '1.35.7', [
			systemPool('azureLinuxFips', 0), userPool('apps', 'azureLinuxFips', 0, 8), userPool('ledger', 'azureLinuxFips', 1, 5),
		], {...faraway, tier: 'Premium'}),
		cluster('payments-prod', 'hardened', 'westeurope', '1.35.7', [
			systemPool('azureLinuxFips', 0), userPool('apps', 'azureLinuxFips', 0, 8), userPool('fraud', 'azureLinux', 0, 4),
		], faraway),
		cluster('payments-nonprod', 'standard', 'germanywestcentral', '1.36.4', [systemPool('azureLinux', 1), userPool('apps', 'azureLinux', 1, 3)]),
		cluster('payments-prod', 'hardened', 'northeurope', '1.33.12', [
			systemPool('ubuntu2204', 2), userPool('terminal', 'ubuntu2204', 2, 4),
		], {
			...faraway, suffix: 'terminals', longTermSupport: true, tier: 'Premium', nodeOsChannel: 'SecurityPatch', runCommandDisabled: false, keyManagement: false,
		}),
		// Shop: large, public, in a hurry before the holidays.
		cluster('shop-prod', 'standard', 'westeurope', '1.35.7', [
			systemPool('ubuntu2404', 0), userPool('web', 'ubuntu2404', 5, 14), userPool('search', 'ubuntu2404', 6, 6), userPool('cart', 'ubuntu2404', 1, 6), userPool('batch', 'ubuntu2404', 1, 4, {spot: true}),
		]),
		cluster('shop-prod', 'standard', 'eastus2', '1.35.5', [
			systemPool('ubuntu2404', 6), userPool('web', 'ubuntu2404', 6, 10), userPool('edge', 'ubuntu2404', 7, 3, {publicIp: true, hostPorts: [[8443, 8443]]}),
		], {localAccountsDisabled: false, nodeOsChannel: 'Unmanaged'}),
		cluster('shop-prod', 'standard', 'southeastasia', '1.34.9', [
			systemPool('ubuntu2204', 4), userPool('web', 'ubuntu2204', 9, 6),
		], {
			ranges: ['198.51.100.0/28', '0.0.0.0/0'], upgradeChannel: 'none', defender: false, azurePolicy: false,
		}),
		cluster('shop-nonprod', 'sandbox', 'westeurope', '1.36.4', [systemPool('ubuntu2404', 0), userPool('preview', 'ubuntuArm', 2, 3)]),
		// Data: Windows reports, graphics cards and a pool of single virtual machines.
		cluster('data-prod', 'standard', 'westeurope', '1.35.7', [
			systemPool('azureLinux', 0), userPool('spark', 'azureLinux', 1, 12, {vmSize: 'Standard_E16ds_v5'}), userPool('gpu', 'ubuntu2204', 5, 2, {vmSize: 'Standard_NC24ads_A100_v4'}),
		], {
			azureRbac: false, nodeOsChannel: 'Unmanaged', containerInsights: false, forbidden: ['clusterrolebindings'],
		}),
		cluster('data-prod', 'ageing', 'northeurope', '1.34.8', [
			systemPool('ubuntu2204', 11), windowsPool('rpt22', 'windows2022', 8, 3), windowsPool('rpt19', 'windows2019', 12, 2),
		], {suffix: 'reporting'}),
		cluster('data-nonprod', 'sandbox', 'northeurope', '1.35.5', [systemPool('ubuntu2404', 7), userPool('notebook', 'ubuntu2404', 7, 2, {publicIp: true})], {provisioningState: 'Failed'}),
		cluster('data-nonprod', 'standard', 'westeurope', '1.36.2', [
			systemPool('azureLinux', 1), userPool('mixed', 'azureLinux', 1, 4, {virtualMachines: true}),
		], {
			suffix: 'pipelines', localAccountsDisabled: false, nodeOsChannel: 'None', network: 'none',
		}),
		// Platform: what the others stand on.
		cluster('platform-shared', 'hardened', 'westeurope', '1.36.4', [systemPool('azureLinux', 0), userPool('runners', 'azureLinux', 0, 6), windowsPool('winrun', 'windows2025', 0, 2)], {suffix: 'build'}),
		cluster('platform-shared', 'standard', 'northeurope', '1.36.4', [systemPool('azureLinux', 0), userPool('observe', 'azureLinux', 0, 5), userPool('logs', 'azureLinux', 1, 4)], {suffix: 'observability', containerInsights: false, workloadIdentity: false}),
		cluster('platform-shared', 'automatic', 'swedencentral', '1.36.4', undefined, {suffix: 'portal'}),
		cluster('platform-shared', 'standard', 'eastus2', '1.35.5', [systemPool('ubuntu2404', 2), userPool('ingress', 'ubuntu2404', 2, 3)], {
			...asReader, suffix: 'ingress', runCommandDisabled: true, ranges: undefined,
		}),
		// Identity: two, alike, in two regions.
		cluster('identity-prod', 'hardened', 'westeurope', '1.35.7', [systemPool('azureLinuxFips', 0), userPool('tokens', 'azureLinuxFips', 0, 4), userPool('audit', 'azureLinuxFips', 0, 2)], faraway),
		cluster('identity-prod', 'hardened', 'northeurope', '1.35.7', [systemPool('azureLinuxFips', 0), userPool('tokens', 'azureLinuxFips', 1, 4)], {wantedVersion: '1.35'}),
		// Logistics: bought with a company, not yet moved.
		cluster('logistics-prod', 'legacy', 'westeurope', '1.31.9', [
			oldPool('nodepool1', 'ubuntu2204', 46, 3, {mode: 'System', publicIp: true}), oldPool('win19', 'windows2019', 44, 2, {version: '1.30.14'}), oldPool('scanner', 'ubuntu2204', 46, 2),
		], {suffix: 'warehouse', kubernetesRbac: false, tags: undefined}),
		cluster('logistics-prod', 'ageing', 'germanywestcentral', '1.33.12', [
			oldPool('nodepool1', 'ubuntu2204', 17, 4, {mode: 'System'}), oldPool('routes', 'ubuntu2204', 17, 5), windowsPool('label', 'windows2022', 16, 2),
		], {suffix: 'routing', nodeOsChannel: 'None', ranges: undefined}),
		cluster('logistics-prod', 'standard', 'southeastasia', '1.35.7', [systemPool('ubuntu2404', 1), userPool('tracking', 'ubuntu2404', 1, 6), windowsPool('dock', 'windows2022', 5, 2)], {
			suffix: 'tracking', azureRbac: false, azurePolicy: false, upgradeChannel: undefined,
		}),
		cluster('logistics-nonprod', 'ageing', 'westeurope', '1.34.9', [oldPool('nodepool1', 'ubuntu2204', 8, 2, {mode: 'System', powerState: 'Stopped'}), oldPool('load', 'ubuntu2204', 8, 3, {powerState: 'Stopped'})], {powerState: 'Stopped'}),
		// The sandbox: somebody's afternoon, still running.
		cluster('sandbox', 'sandbox', 'westeurope', '1.37.0', [systemPool('ubuntu2404', 0, {encryptionAtHost: false, ssh: 'LocalUser', zones: undefined}), userPool('spike', 'ubuntu2404', 0, 1, {spot: true})], {suffix: 'spike'}),
		cluster('sandbox', 'sandbox', 'eastus2', '1.32.11', [oldPool('nodepool1', 'ubuntu2204', 24, 1, {mode: 'System', virtualMachines: false}), oldPool('demo', 'ubuntu2204', 24, 1)], {
			suffix: 'training', localAccountsDisabled: false, entra: false, azureRbac: false,
		}),
	];
};
