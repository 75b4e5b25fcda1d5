import {isUnknown, valueOf} from '../../../model/known.js';
import type {Registry} from '../../../model/registry.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {acrCommand, needed} from '../../commands.js';
import {planState} from '../../defender-plan-state.js';
import {isTooBroad, parseIpRange} from '../../ip-range.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {limitedSku, skuPath, unlessPremium} from './premium.js';

const publicPath = 'properties.publicNetworkAccess';
const actionPath = 'properties.networkRuleSet.defaultAction';
const rulesPath = 'properties.networkRuleSet.ipRules';
const bypassPath = 'properties.networkRuleBypassOptions';
const endpointsPath = 'properties.privateEndpointConnections';
const exportPath = 'properties.policies.exportPolicy.status';

const judgeRules = ({ipRules}: Registry): Outcome => {
	if (isUnknown(ipRules)) {
		return unknownBecause(ipRules.reason);
	}

	const rules = (ipRules ?? []).map(entry => ({entry, range: parseIpRange(entry)}));
	const broad = rules.filter(({range}) => isTooBroad(range));
	if (broad.length > 0) {
		return fail([seen(actionPath, 'Deny'), ...broad.map(({entry}) => seen(rulesPath, entry))]);
	}

	const unreadable = rules.find(({range}) => range.kind !== 'addresses');
	return unreadable === undefined
		? pass(seen(actionPath, 'Deny'))
		: unknownBecause(`\`${rulesPath}\` holds "${unreadable.entry}", which is no address range`);
};

const judgePublic = (registry: Registry): Outcome => {
	const {publicNetworkAccess, defaultAction, sku} = registry;
	if (publicNetworkAccess === 'Disabled') {
		return pass(seen(publicPath, publicNetworkAccess));
	}

	if (isUnknown(defaultAction)) {
		return unknownBecause(defaultAction.reason);
	}

	const rules = defaultAction === 'Deny' ? judgeRules(registry) : undefined;
	if (rules?.status === 'pass') {
		return rules;
	}

	if (isUnknown(publicNetworkAccess)) {
		return unknownBecause(publicNetworkAccess.reason);
	}

	if (publicNetworkAccess !== undefined && publicNetworkAccess !== 'Enabled') {
		return unfamiliar(publicPath, publicNetworkAccess);
	}

	if (rules !== undefined) {
		return rules;
	}

	if (defaultAction !== undefined && defaultAction !== 'Allow') {
		return unfamiliar(actionPath, defaultAction);
	}

	const evidence = [seen(publicPath, publicNetworkAccess), seen(actionPath, defaultAction)];
	const limited = limitedSku(sku);
	return limited === undefined
		? fail(evidence)
		: fail([...evidence, seen(skuPath, limited)], {severity: 'medium', detail: `A ${limited} registry cannot close its public endpoint.`});
};

/**
Whoever pulls from inside a private network needs no public way: it is worth naming who would lose nothing when it closes.
*/
const judgeReach = (registry: Registry, context: JudgeContext): Outcome => {
	const outcome = judgePublic(registry);
	const pullers = outcome.status === 'fail' ? context.pullers?.get(registry.key) : undefined;
	if (pullers === undefined || outcome.status !== 'fail' || isUnknown(pullers)) {
		return outcome;
	}

	const own = pullers.filter(({isPrivate}) => isPrivate === true);
	return own.length === 0
		? outcome
		: fail([...outcome.evidence, ...own.slice(0, 3).map(({key}) => ({...seen('properties.apiServerAccessProfile.enablePrivateCluster', true), resource: key}))], {
			...(outcome.severity !== undefined && {severity: outcome.severity}),
			detail: [outcome.detail, `${own.length === 1 ? `The private cluster ${own[0]!.name} may pull` : `${own.length} private clusters may pull`} from it: they need a private endpoint, not a public one.`].filter(part => part !== undefined).join(' '),
		});
};

const judgePrivateEndpoint = ({privateEndpoints, sku}: Registry): Outcome => {
	const limited = limitedSku(sku);
	if (limited !== undefined) {
		return notApplicable(seen(skuPath, limited));
	}

	if (isUnknown(privateEndpoints)) {
		return unknownBecause(privateEndpoints.reason);
	}

	const connections = privateEndpoints ?? [];
	const approved = connections.find(({status}) => status === 'Approved');
	if (approved !== undefined) {
		return pass(seen(endpointsPath, 'Approved'));
	}

	// An unread SKU may be one that has no private endpoints.
	const otherwise = unlessPremium(sku);
	if (otherwise !== undefined) {
		return otherwise;
	}

	const fault = firstUnknown(...connections.map(({status}) => status));
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const states = connections.map(({status}) => valueOf(status) ?? 'absent');
	return states.length === 0 ? fail([seen(endpointsPath, privateEndpoints === undefined ? undefined : 'none')]) : fail([seen(endpointsPath, states)], {detail: states.includes('Pending') ? 'A connection waits for approval.' : 'No connection is approved.'});
};

const judgeBypass = (registry: Registry, context: JudgeContext): Outcome => {
	const {publicNetworkAccess, defaultAction, networkBypass} = registry;
	if (publicNetworkAccess !== 'Disabled' && defaultAction !== 'Deny') {
		const fault = firstUnknown(publicNetworkAccess, defaultAction);
		return fault === undefined ? notApplicable(seen(actionPath, valueOf(defaultAction))) : unknownBecause(fault.reason);
	}

	if (isUnknown(networkBypass)) {
		return unknownBecause(networkBypass.reason);
	}

	if (networkBypass === 'AzureServices') {
		return pass(seen(bypassPath, networkBypass));
	}

	if (networkBypass !== 'None') {
		return networkBypass === undefined ? notReported(bypassPath) : unfamiliar(bypassPath, networkBypass);
	}

	const plan = planState(registry.subscriptionId, context);
	if (plan.state === 'unknown') {
		return unknownBecause(plan.reason);
	}

	return plan.state === 'off' ? notApplicable(plan.because) : fail([seen(bypassPath, networkBypass)]);
};

const judgeExport = ({sku, publicNetworkAccess, exportPolicy}: Registry): Outcome => {
	const limited = limitedSku(sku);
	if (limited !== undefined) {
		return notApplicable(seen(skuPath, limited));
	}

	if (isUnknown(publicNetworkAccess)) {
		return exportPolicy === 'disabled' ? pass(seen(exportPath, exportPolicy)) : unknownBecause(publicNetworkAccess.reason);
	}

	if (publicNetworkAccess !== 'Disabled') {
		return notApplicable(seen(publicPath, publicNetworkAccess));
	}

	if (isUnknown(exportPolicy)) {
		return unknownBecause(exportPolicy.reason);
	}

	if (exportPolicy === 'disabled') {
		return pass(seen(exportPath, exportPolicy));
	}

	return exportPolicy === undefined || exportPolicy === 'enabled'
		? fail([seen(publicPath, publicNetworkAccess), seen(exportPath, exportPolicy)])
		: unfamiliar(exportPath, exportPolicy);
};

export const networkChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-public-network-unrestricted',
		kind: 'registry',
		title: 'Registry answers any network',
		severity: 'high',
		why: 'Stolen credentials then work from anywhere.',
		decidedBy: `${publicPath}, ${actionPath} and ${rulesPath} (Resource Graph)`,
		references: {mcsb: ['NS-2'], azurePolicy: ['d0793b48-0edc-4296-a390-4c75d1bdfd71', '0fdf0491-d080-4575-b627-ad0e843cba0f'], defender: ['9b828565-a0ed-61c2-6bf3-1afc99a9b2ca']},
		fix: registry => (limitedSku(registry.sku) === undefined
			? {
				command: acrCommand('update', registry, '--public-network-enabled false'),
				effect: 'Whoever pulls or pushes over the public endpoint fails at once: have a private endpoint first.',
			}
			: {
				command: acrCommand('update', registry, '--sku Premium'),
				effect: 'Only Premium can close the endpoint: changes the price at once, interrupts nothing; restrict the network afterwards.',
			}),
		judge: judgeReach,
	},
	{
		id: 'acr-private-endpoint-missing',
		kind: 'registry',
		title: 'No approved private endpoint',
		severity: 'medium',
		why: 'Without one, images travel over the public endpoint.',
		decidedBy: `${endpointsPath}[].properties.privateLinkServiceConnectionState.status and sku.name (Resource Graph)`,
		references: {mcsb: ['NS-2'], azurePolicy: ['e8eef0a8-67cf-4eb4-9386-14b0e78733d4'], defender: ['13e7d036-6903-821c-6018-962938929bf0']},
		fix: registry => ({
			command: `az network private-endpoint create --subscription ${shellQuote(registry.subscriptionId)} --resource-group ${shellQuote(registry.resourceGroup)} --name ${shellQuote(`pe-${registry.name}`)}`
				+ ` --connection-name ${shellQuote(registry.name)} --private-connection-resource-id ${shellQuote(registry.id)} --group-id registry --subnet ${needed('SUBNET_ID', 'resource id of the subnet')}`,
			effect: 'Adds an address in the subnet, at its price; clients need the zone privatelink.azurecr.io to find it. The public endpoint stays open until it is closed.',
		}),
		judge: judgePrivateEndpoint,
	},
	{
		id: 'acr-trusted-services-blocked',
		kind: 'registry',
		title: 'Network rules keep Defender out of the registry',
		severity: 'medium',
		why: 'Trusted services are how Defender and container instances reach a closed registry; without them, scanning ends in silence.',
		decidedBy: `${bypassPath}, ${publicPath}, ${actionPath} (Resource Graph) and the subscription's plan Containers (pricings)`,
		references: {},
		fix: registry => ({
			command: acrCommand('update', registry, '--allow-trusted-services true'),
			effect: 'Lets in services of Azure that sign in with an identity that has a role on the registry; interrupts nothing.',
		}),
		judge: judgeBypass,
	},
	{
		id: 'acr-export-enabled',
		kind: 'registry',
		title: 'Artifacts can be exported out of a closed registry',
		severity: 'medium',
		why: 'Import and transfer copy every image into a registry elsewhere, past the network rules.',
		decidedBy: `${exportPath} and ${publicPath} (Resource Graph)`,
		references: {azurePolicy: ['524b0254-c285-4903-bee6-bb8126cde579']},
		fix: registry => ({
			command: acrCommand('update', registry, '--allow-exports false'),
			effect: 'Import from this registry into others, and export pipelines, stop to work; pulls do not.',
		}),
		judge: judgeExport,
	},
];
