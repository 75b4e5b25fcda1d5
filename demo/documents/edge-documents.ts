import {servicesOf} from '../inside/services.js';
import {
	diceOf,
	nodeGroupId,
	numberOf,
	type Site,
} from '../inside/site.js';
import {guidOf} from '../random.js';
import type {Json} from './context.js';
import {nodePortOf} from './kubernetes/service-document.js';

const probeOf = (site: Site) => servicesOf(site).find(({type}) => type === 'NodePort');

/**
Whether somebody has put a load balancer of the team's own in front of the nodes.
*/
export const hasEdge = (site: Site): boolean => probeOf(site) !== undefined && diceOf(site, 'edge') % 2 === 0;

/**
The resource group of the team that it stands in.
*/
export const edgeGroupId = ({cluster: {subscription, team}}: Site): string => `/subscriptions/${subscription.id}/resourceGroups/rg-${team}-edge`;

/**
A load balancer by hand that leads from a public address to a node port, in a resource group of the team: nothing in the node resource group
tells of it (Microsoft.Network/loadBalancers 2025-05-01).
*/
export const edgeDocument = (site: Site): Json => {
	const {cluster, context} = site;
	const name = `lb-${cluster.name}-edge`;
	const id = `${edgeGroupId(site)}/providers/Microsoft.Network/loadBalancers/${name}`;
	const probe = probeOf(site)!;
	const pool = cluster.pools?.[0]?.name ?? 'system';
	const scaleSet = `${nodeGroupId(site)}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-${pool}-${numberOf(site)}-vmss`;
	return {
		name,
		id,
		type: 'Microsoft.Network/loadBalancers',
		location: cluster.region,
		tags: {owner: cluster.team},
		properties: {
			provisioningState: 'Succeeded',
			resourceGuid: guidOf(context.seed, `edge ${cluster.name}`),
			frontendIPConfigurations: [{
				name: 'edge',
				id: `${id}/frontendIPConfigurations/edge`,
				properties: {provisioningState: 'Succeeded', privateIPAllocationMethod: 'Dynamic', publicIPAddress: {id: `${edgeGroupId(site)}/providers/Microsoft.Network/publicIPAddresses/pip-${cluster.name}-edge`}},
			}],
			backendAddressPools: [{
				name: 'nodes',
				id: `${id}/backendAddressPools/nodes`,
				properties: {
					provisioningState: 'Succeeded',
					backendIPConfigurations: [0, 1].map(index => ({id: `${scaleSet}/virtualMachines/${index}/networkInterfaces/aks-nic/ipConfigurations/ipconfig1`})),
				},
			}],
			loadBalancingRules: [{
				name: 'probe',
				id: `${id}/loadBalancingRules/probe`,
				properties: {
					provisioningState: 'Succeeded',
					frontendIPConfiguration: {id: `${id}/frontendIPConfigurations/edge`},
					frontendPort: 443,
					backendPort: nodePortOf(site, probe, probe.ports[0]!),
					enableFloatingIP: false,
					idleTimeoutInMinutes: 4,
					protocol: 'Tcp',
					backendAddressPool: {id: `${id}/backendAddressPools/nodes`},
					backendAddressPools: [{id: `${id}/backendAddressPools/nodes`}],
				},
			}],
			probes: [],
			inboundNatRules: [],
			outboundRules: [],
			inboundNatPools: [],
		},
		sku: {name: 'Standard', tier: 'Regional'},
	};
};
