import {isUnknown, valueOf} from '../../../model/known.js';
import type {Registry} from '../../../model/registry.js';
import type {Check, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {inRegistry} from './in-registry.js';
import {unlessPremium} from './premium.js';
import {replicasElsewhere} from './replicas-elsewhere.js';

const endpointPath = 'properties.regionEndpointEnabled';

const judgeReplication = (registry: Registry): Outcome => {
	const otherwise = unlessPremium(registry.sku);
	if (otherwise !== undefined) {
		return otherwise;
	}

	const replicas = replicasElsewhere(registry);
	if (isUnknown(replicas)) {
		return unknownBecause(replicas.reason);
	}

	// Absent means on (specification 2025-11-01).
	const serving = replicas.find(({endpointEnabled}) => (isUnknown(endpointEnabled) ? false : endpointEnabled ?? true));
	if (serving !== undefined) {
		return pass({path: 'location', value: serving.region, resource: serving.key});
	}

	const fault = firstUnknown(...replicas.map(({endpointEnabled}) => endpointEnabled));
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	return replicas.length === 0
		? fail([seen('replications', 'none in another region')])
		: fail(replicas.map(({key}) => ({path: endpointPath, value: 'false', resource: key})), {detail: 'Replicas are there, but none of them answers pulls.'});
};

const callbackReason = (names: readonly string[]): string =>
	`where ${names.join(', ')} ${names.length === 1 ? 'posts' : 'post'} is told only to who may call Microsoft.ContainerRegistry/registries/webhooks/getCallbackConfig/action, and it may show secrets: crowsnest does not ask`;

const judgeWebhooks = ({webhooks}: Registry): Outcome => {
	if (isUnknown(webhooks)) {
		return unknownBecause(webhooks.reason);
	}

	if (webhooks.length === 0) {
		return notApplicable(seen('webhooks', 'none'));
	}

	const fault = firstUnknown(...webhooks.map(({status}) => status));
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const active = webhooks.filter(({status}) => status !== 'disabled');
	const strange = active.find(({status}) => status !== undefined && status !== 'enabled');
	if (strange !== undefined) {
		return unfamiliar('properties.status', valueOf(strange.status));
	}

	return active.length === 0
		? pass(...webhooks.map(({key}) => ({path: 'properties.status', value: 'disabled', resource: key})))
		: unknownBecause(callbackReason(active.map(({name}) => name)));
};

/**
What is judged by a registry's child resources.
*/
export const childChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-geo-replication-missing',
		kind: 'registry',
		title: 'No replica in another region',
		severity: 'low',
		why: 'When the region is lost, every pull stops, and with it every new node and pod.',
		decidedBy: `location and ${endpointPath} of the registry's replications (Resource Graph), and sku.name`,
		references: {},
		fix: registry => ({
			command: `az acr replication create ${inRegistry(registry)} --location ${needed('REGION', 'region of the replica')}`,
			effect: 'Adds a replica, at the price of a registry for each region; interrupts nothing. Soft delete has to be off.',
		}),
		judge: judgeReplication,
	},
	{
		id: 'acr-webhook-insecure',
		kind: 'registry',
		title: 'A webhook may post to anywhere',
		severity: 'medium',
		why: 'A webhook carries repository names and the headers that sign it in; over plain HTTP, or to a host that nobody knows, both are given away.',
		decidedBy: 'properties.status of the registry\'s webhooks (Resource Graph); the address only from getCallbackConfig, which crowsnest does not call',
		references: {},
		fix: registry => ({
			command: `az acr webhook get-config ${inRegistry(registry)} --name ${needed('WEBHOOK', 'name of the webhook')} --query serviceUri`,
			effect: 'Changes nothing: shows where it posts. Give it an https address with az acr webhook update --uri.',
		}),
		judge: judgeWebhooks,
	},
];
