import type {Registry} from '../../../source/model/registry.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import type {Line} from '../../theme.js';
import {defenderPlanRows} from '../rows/defender-rows.js';
import {
	factRow,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {logSection} from '../rows/log-rows.js';
import {registryExposureLine} from './exposure.js';

/**
A time of Azure with its age in steps.
*/
const timeLine = (time: string, now: number): Line => {
	const then = Date.parse(time);
	return Number.isNaN(then) ? words(time) : [{text: time.slice(0, 10)}, {text: ` (${relativeAge(now - then)})`, tone: 'dim'}];
};

const stateLine = (state: string): Line => words(state.toLowerCase());

const names = (texts: readonly string[], none: string): Line => (texts.length === 0 ? words(none, 'dim') : words(texts.join(', ')));

const replicaRow = ({region, replicas}: Registry): SheetRow => factRow('Replicas', replicas, all => names(all
	.filter(replica => replica.region !== region)
	.map(replica => (replica.endpointEnabled === false ? `${replica.region} (answers no pulls)` : replica.region)), 'none in another region'));

const webhookRow = ({webhooks}: Registry): SheetRow => factRow('Webhooks', webhooks, all => names(all
	.map(({name, status}) => (status === 'disabled' ? `${name} (off)` : name)), 'none'));

const accessSection = (registry: Registry): Section => ({
	title: 'Access',
	rows: [
		{label: 'Exposure', value: registryExposureLine(registry)},
		switchRow('Admin user', registry.adminUser, {on: words('on: one shared password that pulls and pushes', 'high'), off: words('off', 'good')}),
		switchRow('Anonymous pull', registry.anonymousPull, {on: words('on: everybody who reaches it pulls without signing in', 'high'), off: words('off', 'good')}),
		factRow('Permissions', registry.roleAssignmentMode, mode => (mode === 'AbacRepositoryPermissions'
			? words('Entra roles, by repository (ABAC)', 'good')
			: words('Entra roles, for the whole registry')), words('not set: Entra roles, for the whole registry', 'dim')),
		factRow('ARM tokens', registry.armAudiencePolicy, state => (state.toLowerCase() === 'disabled'
			? words('not accepted', 'good')
			: words('accepted for sign-in')), words('not set: accepted', 'dim')),
		textRow('Managed identity', registry.identityType, words('none', 'dim')),
	],
});

const policySection = (registry: Registry): Section => ({
	title: 'Policies',
	rows: [
		factRow('Quarantine', registry.quarantinePolicy, stateLine),
		factRow('Content trust', registry.trustPolicy, stateLine),
		factRow('Retention', registry.retentionPolicy, state => (state.toLowerCase() === 'enabled' && typeof registry.retentionDays === 'number'
			? words(`enabled: untagged manifests go after ${registry.retentionDays} d`)
			: stateLine(state))),
		factRow('Soft delete', registry.softDeletePolicy, stateLine),
		factRow('Export', registry.exportPolicy, stateLine),
	],
});

/**
A registry at a glance.
*/
export const overview: Tab<Registry> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines: ({resource, snapshot, theme, width, now}) => drawSheet([
		postureSection(snapshot.posture.byKey.get(resource.key), theme),
		{
			title: 'Registry',
			rows: [
				textRow('SKU', resource.sku, words('not reported', 'unknown')),
				textRow('Login server', resource.loginServer, words('not reported', 'unknown')),
				factRow('Created', resource.created, time => timeLine(time, now), words('not reported', 'dim')),
				textRow('State', resource.provisioningState, words('not reported', 'unknown')),
				textRow('Zone redundancy', resource.zoneRedundancy),
				replicaRow(resource),
				webhookRow(resource),
				...placeRows(resource, snapshot),
			],
		},
		accessSection(resource),
		policySection(resource),
		logSection(resource, snapshot),
		{title: 'Defender for Containers', rows: defenderPlanRows(resource.subscriptionId, snapshot)},
		tagSection(resource),
	], width, theme),
};
