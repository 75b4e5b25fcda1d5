import {isUnknown, valueOf, type Fact} from '../../../source/model/known.js';
import type {
	ConnectedRegistry,
	RegistryCacheRule,
	RegistryCredentialSet,
	RegistryDetails,
} from '../../../source/model/registry-records.js';
import type {Registry, RegistryReplica, RegistryWebhook} from '../../../source/model/registry.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import type {Segment, Tone} from '../../theme.js';

/**
A list with a row for each element, one that says that there is none, or why it is not known.
*/
const section = <T>(title: string, items: Fact<readonly T[]> | undefined, row: (item: T) => SheetRow, more: readonly SheetRow[] = []): Section => {
	if (items === undefined) {
		return {title, rows: [{value: words('being read from the registry\'s service', 'dim')}]};
	}

	const rows: readonly SheetRow[] = isUnknown(items) ? [{value: unknownLine(items)}] : items.map(item => row(item));
	return {title, rows: rows.length === 0 ? [{value: words('none', 'dim')}] : [...rows, ...more]};
};

const said = (fact: Fact<string | undefined>): string => (isUnknown(fact) ? `unknown: ${fact.reason}` : fact ?? '');

const agoOf = (time: Fact<string | undefined>, now: number): string => {
	const text = valueOf(time) ?? '';
	const then = Date.parse(text);
	return Number.isNaN(then) ? '' : `${text.slice(0, 10)} (${relativeAge(now - then)})`;
};

const stateSegment = (state: Fact<string | undefined>, good: string): Segment => (isUnknown(state)
	? {text: `unknown: ${state.reason}`, tone: 'unknown'}
	: {text: state?.toLowerCase() ?? 'state not reported', tone: state === undefined ? 'unknown' : (state === good ? 'good' : 'medium')});

const extra = (texts: readonly string[], tone: Tone = 'dim'): readonly Segment[] => texts.filter(text => text !== '').map(text => ({text: `, ${text}`, tone}));

const replicaRow = (home: string, now: number) => ({region, state, since, message, endpointEnabled, zoneRedundancy, provisioningState}: RegistryReplica): SheetRow => ({
	label: region,
	value: [
		stateSegment(state, 'Ready'),
		{text: agoOf(since, now) === '' ? '' : ` since ${agoOf(since, now)}`, tone: 'dim'},
		...extra([region === home ? 'home region' : '', zoneRedundancy === 'Enabled' ? 'zone redundant' : 'in one zone']),
		...extra([endpointEnabled === false ? 'answers no pulls' : '', provisioningState === 'Succeeded' ? '' : said(provisioningState).toLowerCase(), said(message)], 'medium'),
	],
});

const webhookRow = ({name, status, scope, actions, provisioningState}: RegistryWebhook): SheetRow => {
	const tells = isUnknown(actions) ? actions.reason : (actions ?? []).join(', ');
	const reach = said(scope) === '' ? 'all repositories' : said(scope);
	return {
		label: name,
		value: [
			stateSegment(status, 'enabled'),
			{text: `: ${tells === '' ? 'nothing' : tells} of ${reach}`},
			...extra([provisioningState === 'Succeeded' || provisioningState === undefined ? '' : `making it ${said(provisioningState).toLowerCase()}: it delivers nothing`], 'medium'),
		],
	};
};

/**
Reader may not ask for deliveries, and what Azure would answer holds headers, where secrets stand.
*/
const deliveries: SheetRow = {
	label: 'Last deliveries',
	value: [{text: 'not read', tone: 'unknown'}, {text: ': needs Microsoft.ContainerRegistry/registries/webhooks/listEvents/action, more than Reader, and the answer may hold secrets of headers; az acr webhook list-events shows them'}],
};

const cacheRow = ({name, source, target, credentialSet}: RegistryCacheRule): SheetRow => ({
	label: name, value: [{text: `${said(source)} as ${said(target)}`}, {text: said(credentialSet) === '' ? ', without signing in' : `, signs in by ${said(credentialSet)}`, tone: 'dim'}],
});

const credentialRow = ({name, loginServer, health, fault, vaults}: RegistryCredentialSet): SheetRow => ({
	label: name,
	value: [
		stateSegment(health, 'Healthy'),
		{text: `, for ${said(loginServer)}`},
		...extra([vaults.length === 0 ? '' : `secrets in ${vaults.join(', ')}`]),
		...extra([said(fault)], 'medium'),
	],
});

const connectedRow = (now: number) => ({name, mode, state, activation, lastActivity}: ConnectedRegistry): SheetRow => ({
	label: name,
	value: [stateSegment(state, 'Online'), ...extra([said(mode), said(activation).toLowerCase(), said(lastActivity) === '' ? 'no activity told' : `last heard of ${agoOf(lastActivity, now)}`])],
});

/**
The copies of a registry, whom it tells of changes, and where it gets images from: as fresh as its own service tells while it is open, else as
Resource Graph has them.
*/
export const partsSections = (registry: Registry, details: RegistryDetails | undefined, now: number): readonly Section[] => {
	const freshOr = <T>(fresh: Fact<readonly T[]> | undefined, known: Fact<readonly T[]>): Fact<readonly T[]> => (fresh === undefined || isUnknown(fresh) ? known : fresh);
	return [
		section('Replicas', freshOr(details?.replicas, registry.replicas), replicaRow(registry.region, now)),
		section('Webhooks', freshOr(details?.webhooks, registry.webhooks), webhookRow, [deliveries]),
		section('Cache rules', details?.cacheRules, cacheRow),
		section('Credentials for other registries', details?.credentialSets, credentialRow),
		section('Connected registries', details?.connectedRegistries, connectedRow(now)),
	];
};
