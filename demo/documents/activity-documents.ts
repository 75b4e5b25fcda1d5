import {company} from '../fleet/estate.js';
import {diceOf, type Site} from '../inside/site.js';
import {careOf} from '../inside/workloads.js';
import {guidOf} from '../random.js';
import {isoTime, type Json} from './context.js';
import {clusterId} from './ids.js';

const hours = (count: number): number => count * 3_600_000;

type Happened = {
	readonly operation: string;
	readonly title: string;
	readonly caller: string;
	/**
	Absent: Azure itself did it.
	*/
	readonly address?: string;
	readonly hoursAgo: number;
	/**
	@default 'Succeeded'
	*/
	readonly status?: 'Failed';
	/**
	Seconds from its beginning to its end; absent: it has one event only.
	*/
	readonly lasts?: number;
};

const aks = 'Microsoft.ContainerService/managedClusters';

const people = ['ines.okafor', 'marek.lindqvist', 'tomas.reyes', 'aiko.brandt'] as const;

/**
What was done to a cluster in the last seven days. The pipeline writes everywhere; where nobody looks somebody fetches the administrator's
credentials, and from outside the offices.
*/
const happenedIn = (site: Site): readonly Happened[] => {
	const {cluster, context: {seed}} = site;
	const dice = diceOf(site, 'activity');
	const person = `${people[dice % people.length]!}@${company.domain}`;
	const pipeline = guidOf(seed, `pipeline ${cluster.team}`);
	const office = `198.51.100.${1 + (dice % 14)}`;
	const care = careOf(site);
	return [
		{
			operation: `${aks}/agentPools/write`, title: 'Create or Update Agent Pool', caller: pipeline, address: '203.0.113.66', hoursAgo: 20 + (dice % 30), lasts: 340,
		},
		{
			operation: `${aks}/listClusterUserCredential/action`, title: 'List clusterUser credential', caller: person, address: office, hoursAgo: 5 + (dice % 12),
		},
		{
			operation: 'Microsoft.Authorization/policies/audit/action', title: '\'audit\' Policy action.', caller: 'Microsoft Azure Policy Insights', hoursAgo: 31 + (dice % 8),
		},
		...(care === 'closed'
			? []
			: [{
				operation: `${aks}/write`, title: 'Create or Update Managed Cluster', caller: pipeline, address: '203.0.113.66', hoursAgo: 70 + (dice % 40), lasts: 610, ...(dice % 3 === 0 && {status: 'Failed' as const}),
			}]),
		...(care === 'open' || dice % 5 === 0
			? [{
				operation: `${aks}/listClusterAdminCredential/action`, title: 'List clusterAdmin credential', caller: person, address: `192.0.2.${10 + (dice % 200)}`, hoursAgo: 2 + (dice % 90),
			}]
			: []),
		...(dice % 4 === 1
			? [{
				operation: `${aks}/runCommand/action`, title: 'Run command on managed cluster', caller: `${people[(dice + 1) % people.length]!}@${company.domain}`, address: office, hoursAgo: 44 + (dice % 60), lasts: 9,
			}]
			: []),
		...(dice % 6 === 2
			? [{
				operation: 'Microsoft.Authorization/roleAssignments/write', title: 'Create role assignment', caller: person, address: office, hoursAgo: 100 + (dice % 40),
			}]
			: []),
	];
};

const worded = (value: string): Json => ({value, localizedValue: value});

/**
One event. Beginning and end of an action are two with one `correlationId`; Azure's own have neither a claim nor an address (example
documents).
*/
const eventOf = (site: Site, happened: Happened, isEnd: boolean): Json => {
	const {cluster, context: {seed, base, tenantId}} = site;
	const {operation, title, caller, address, hoursAgo, status = 'Succeeded', lasts = 0} = happened;
	const key = `${cluster.name} ${operation} ${hoursAgo}`;
	const id = guidOf(seed, `event ${key} ${isEnd}`);
	const scope = clusterId(cluster);
	const time = base - hours(hoursAgo) + (isEnd ? lasts * 1000 : 0);
	const correlationId = guidOf(seed, `correlation ${key}`);
	return {
		authorization: {action: operation, scope},
		caller,
		channels: 'Operation',
		claims: address === undefined ? {} : {ipaddr: address, ...(caller.includes('@') ? {name: caller} : {appid: caller})},
		correlationId,
		description: '',
		eventDataId: id,
		eventName: isEnd ? {value: 'EndRequest', localizedValue: 'End request'} : {value: 'BeginRequest', localizedValue: 'Begin request'},
		category: worded('Administrative'),
		...(address !== undefined && {httpRequest: {clientRequestId: guidOf(seed, `request ${key}`), clientIpAddress: address, method: operation.endsWith('/write') ? 'PUT' : 'POST'}}),
		id: `${scope}/events/${id}/ticks/${String(621_355_968_000_000_000n + (BigInt(time) * 10_000n))}`,
		level: status === 'Failed' && isEnd ? 'Error' : 'Informational',
		resourceGroupName: cluster.resourceGroup,
		resourceProviderName: worded(operation.split('/', 1)[0]!),
		resourceId: scope,
		resourceType: worded(aks),
		operationId: correlationId,
		operationName: {value: operation, localizedValue: title},
		properties: {
			eventCategory: 'Administrative', entity: scope, message: operation, hierarchy: `${tenantId}/${cluster.subscription.id}`,
		},
		status: worded(isEnd ? status : 'Started'),
		subStatus: worded(''),
		eventTimestamp: isoTime(time),
		submissionTimestamp: isoTime(time + 60_000),
		subscriptionId: cluster.subscription.id,
		tenantId,
	};
};

/**
Events of the activity log on a cluster (Microsoft.Insights eventtypes/management/values 2015-04-01), newest first.
*/
export const activityDocuments = (site: Site): readonly Json[] => happenedIn(site)
	.flatMap(happened => (happened.lasts === undefined ? [eventOf(site, happened, true)] : [eventOf(site, happened, true), eventOf(site, happened, false)]))
	.toSorted((first, second) => Date.parse(String(second.eventTimestamp)) - Date.parse(String(first.eventTimestamp)));
