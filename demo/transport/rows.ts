import {alertProperties, capitalised} from '../documents/alert-document.js';
import {assessmentProperties} from '../documents/assessment-document.js';
import {clusterDocument} from '../documents/cluster-document.js';
import {containerGroupDocument} from '../documents/container-group-document.js';
import type {Json} from '../documents/context.js';
import {findingId, findingName} from '../documents/finding-id.js';
import {registryChildDocuments} from '../documents/registry-child-documents.js';
import {registryDocument} from '../documents/registry-document.js';
import {defenderPlans} from '../documents/subscription-document.js';
import {groupOf, type DemoSubscription} from '../fleet/estate.js';
import type {FindingBook} from '../fleet/finding-book.js';
import type {Keyring} from '../fleet/keyring.js';
import type {FindingSpec} from '../fleet/finding-spec.js';
import type {InScope, World} from './world.js';

/**
Rows of one table, made when they are asked for.
*/
export type Rows = {
	readonly length: number;
	/**
	Rows without an id get no `$skipToken`.
	*/
	readonly hasId: boolean;
	/**
	The row as JSON.
	*/
	readonly at: (index: number) => string;
};

export const rowsOf = (rows: readonly Json[], hasId = true): Rows => ({length: rows.length, hasId, at: index => JSON.stringify(rows[index])});

/**
The columns that every table has, in Resource Graph's order and with its blanks: types in small letters, '' and null where there is nothing.
*/
const row = (world: World, given: Json): Json => ({
	id: '',
	name: '',
	type: '',
	tenantId: world.context.tenantId,
	kind: '',
	location: '',
	resourceGroup: '',
	subscriptionId: '',
	managedBy: '',
	sku: null,
	plan: null,
	properties: null,
	tags: null,
	identity: null,
	zones: null,
	extendedLocation: null,
	...given,
});

/**
A document of `resources` as a row.
*/
export const resourceRow = (world: World, document: Json, subscriptionId: string, resourceGroup: string): Json => row(world, {
	...document,
	type: String(document.type).toLowerCase(),
	subscriptionId,
	resourceGroup: resourceGroup.toLowerCase(),
	tags: document.tags ?? null,
	identity: document.identity ?? null,
});

const clusterRow = (world: World, index: number): Json => {
	const spec = world.stage.clusters.at(index);
	const {eTag: _notInResourceGraph, ...document} = clusterDocument(spec, world.context);
	const id = String(document.id);
	return resourceRow(world, {...document, id: index % 4 === 0 ? id : id.replace('/resourcegroups/', '/resourceGroups/')}, spec.subscription.id, spec.resourceGroup);
};

const registryRow = (world: World, index: number): Json => {
	const spec = world.stage.registries.at(index);
	const {systemData: _notInResourceGraph, ...document} = registryDocument(spec, world.context);
	const properties = document.properties as Json & {readonly policies: Json};
	// Resource Graph's documents come from a preview version, which knows soft delete.
	const softDeletePolicy = {retentionDays: 7, lastUpdatedTime: properties.creationDate, status: spec.softDelete ? 'enabled' : 'disabled'};
	return resourceRow(world, {kind: '', ...document, properties: {...properties, policies: {...properties.policies, softDeletePolicy}}}, spec.subscription.id, spec.resourceGroup);
};

/**
What lies below one registry.
*/
export const registryChildRowsOf = (world: World, index: number): readonly Json[] => {
	const spec = world.stage.registries.at(index);
	return registryChildDocuments(spec, world.context).map(document => resourceRow(world, document, spec.subscription.id, spec.resourceGroup));
};

/**
`resources` of the types that lie below a registry, in order of ids.
*/
export const registryChildRows = (world: World, inScope: InScope): Rows =>
	rowsOf(world.registryShelf.within(inScope).flatMap(index => registryChildRowsOf(world, index)));

/**
The row of one cluster. Some ids have `resourcegroups` here and some `resourceGroups`.
*/
export const clusterText = (world: World, index: number): string => (world.stage.clusters.isChanged(index)
	? JSON.stringify(clusterRow(world, index))
	: world.texts.resource(`cluster ${index}`, () => clusterRow(world, index)));

export const registryText = (world: World, index: number): string => (world.stage.registries.isChanged(index)
	? JSON.stringify(registryRow(world, index))
	: world.texts.resource(`registry ${index}`, () => registryRow(world, index)));

/**
`resources` of type managed cluster, in order of ids.
*/
export const clusterRows = (world: World, inScope: InScope): Rows => {
	const indexes = world.clusterShelf.within(inScope);
	return {length: indexes.length, hasId: true, at: place => clusterText(world, indexes[place]!)};
};

/**
`resources` of type registry, in order of ids.
*/
export const registryRows = (world: World, inScope: InScope): Rows => {
	const indexes = world.registryShelf.within(inScope);
	return {length: indexes.length, hasId: true, at: place => registryText(world, indexes[place]!)};
};

/**
The row of a container group: the document as lists have it.
*/
export const groupText = (world: World, index: number): string => {
	const spec = world.containerGroups.at(index);
	return JSON.stringify(resourceRow(world, containerGroupDocument(spec, world.context), spec.subscription.id, spec.resourceGroup));
};

export const containerGroupRows = (world: World, inScope: InScope): Rows => {
	const indexes = world.groupShelf.within(inScope);
	return {length: indexes.length, hasId: true, at: place => groupText(world, indexes[place]!)};
};

const placeOf = ({id}: Json): {readonly subscriptionId: string; readonly resourceGroup: string} => {
	const [, container, subscriptionId = '', , resourceGroup = ''] = String(id).split('/', 5);
	// What is set at a management group has neither.
	return container === 'subscriptions' ? {subscriptionId, resourceGroup} : {subscriptionId: '', resourceGroup: ''};
};

const placedRows = (world: World, given: readonly Json[], inScope: InScope): Rows => {
	const documents = given.flatMap(document => {
		const {subscriptionId, resourceGroup} = placeOf(document);
		return inScope(subscriptionId) ? [resourceRow(world, document, subscriptionId, resourceGroup)] : [];
	});
	return rowsOf(documents.toSorted(byId));
};

const byId = (first: Json, second: Json): number => (String(first.id).toLowerCase() < String(second.id).toLowerCase() ? -1 : 1);

/**
Of a role assignment or definition few columns are asked for.
*/
const rightsRows = (given: readonly Json[], inScope: InScope, isInherited = false): Rows => rowsOf(given.flatMap(document => {
	const {subscriptionId} = placeOf(document);
	const isIn = subscriptionId === '' ? isInherited : inScope(subscriptionId);
	return isIn ? [{...document, type: String(document.type).toLowerCase(), subscriptionId}] : [];
}).toSorted(byId));

const keyringRows = (kind: keyof Keyring) => (world: World, inScope: InScope): Rows => placedRows(world, world.keyring[kind], inScope);

const listed = (rows: readonly Json[]): Rows => rowsOf(rows.toSorted(byId));

const readable = (world: World, inScope: InScope): readonly DemoSubscription[] => world.subscriptions.filter(({id}) => inScope(id));

/**
`securityresources` of type pricing, in order of ids.
*/
export const pricingRows = (world: World, inScope: InScope): Rows => listed(readable(world, inScope).flatMap(subscription =>
	defenderPlans(subscription, world.context).map(([name, properties]) => row(world, {
		id: `/subscriptions/${subscription.id}/providers/Microsoft.Security/pricings/${name}`,
		name,
		type: 'microsoft.security/pricings',
		subscriptionId: subscription.id,
		properties,
	}))));

/**
`resourcecontainers` of type subscription, in order of ids.
*/
export const subscriptionRows = (world: World, inScope: InScope): Rows => listed(readable(world, inScope).map(subscription => row(world, {
	id: `/subscriptions/${subscription.id}`,
	name: subscription.name,
	type: 'microsoft.resources/subscriptions',
	subscriptionId: subscription.id,
	properties: {
		state: subscription.state,
		subscriptionPolicies: {locationPlacementId: 'Public_2014-09-01', quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off'},
		managementGroupAncestorsChain: [{displayName: groupOf(subscription.team), name: groupOf(subscription.team)}, {displayName: 'Tenant Root Group', name: world.context.tenantId}],
		managedByTenants: [],
		tags: {owner: subscription.team},
	},
	tags: {owner: subscription.team},
})));

/**
One row of `securityresources`: an alert's properties begin with capitals here, an assessment's do not.
*/
export const findingRow = (world: World, finding: FindingSpec): Json => {
	const {spec} = finding.subject;
	return row(world, {
		id: findingId(world.context.seed, finding),
		name: findingName(world.context.seed, finding),
		type: finding.kind === 'alert' ? 'microsoft.security/locations/alerts' : 'microsoft.security/assessments',
		...(finding.kind === 'alert' && {location: spec.region}),
		resourceGroup: spec.resourceGroup.toLowerCase(),
		subscriptionId: spec.subscription.id,
		properties: finding.kind === 'alert' ? capitalised(alertProperties(finding, world.context)) : assessmentProperties(finding, world.context),
	});
};

/**
An alert's status changes as the story goes on, so its text is not kept.
*/
const findingText = (world: World, finding: FindingSpec): string => {
	if (finding.kind === 'alert') {
		return JSON.stringify(findingRow(world, finding));
	}

	const detail = finding.kind === 'package' ? finding.number : finding.recommendation.key;
	return world.texts.finding(`${finding.subject.kind} ${finding.subject.spec.name} ${detail}`, () => findingRow(world, finding));
};

export const findingRows = (world: World, book: FindingBook): Rows => ({length: book.total, hasId: true, at: place => findingText(world, book.at(place))});

export const diskEncryptionSetRows = keyringRows('diskEncryptionSets');

export const keyVaultRows = keyringRows('keyVaults');

/**
`resources` of type Arc machine, each with its patch assessment, in order of ids.
*/
export const hostRows = (world: World, inScope: InScope): Rows => placedRows(world, world.hosts, inScope);

/**
`authorizationresources`, in order of ids; with `isInherited` what was given at management groups too.
*/
export const roleAssignmentRows = (world: World, inScope: InScope, isInherited: boolean): Rows =>
	rightsRows([...world.keyring.roleAssignments, ...world.rights.roleAssignments], inScope, isInherited);

/**
`authorizationresources` of type role definition, in order of ids: the company's own, since those of Azure are known.
*/
export const roleDefinitionRows = (world: World, inScope: InScope, isInherited: boolean): Rows => rightsRows(world.rights.roleDefinitions, inScope, isInherited);

/**
`policyresources`: exemptions and what is exempt, in order of ids.
*/
export const policyRows = (world: World, inScope: InScope): Rows => placedRows(world, world.policies, inScope);

/**
`patchassessmentresources` of one machine, by its id in small letters.
*/
export const hostPatchRows = (world: World, inScope: InScope, key: string): Rows => placedRows(world, world.hosts
	.filter(({id, patches}) => String(id).toLowerCase() === key && patches !== null)
	.map(({id, patches}) => ({
		id: `${String(id)}/patchAssessmentResults/latest`, name: 'latest', type: 'Microsoft.HybridCompute/machines/patchAssessmentResults', properties: patches,
	})), inScope);

/**
The row of a disk encryption set, vault or machine, by its id in small letters.
*/
export const keyringRowById = (world: World, key: string): Json | undefined => {
	const {diskEncryptionSets, keyVaults} = world.keyring;
	const document = [...diskEncryptionSets, ...keyVaults, ...world.hosts].find(({id}) => String(id).toLowerCase() === key);
	if (!document) {
		return undefined;
	}

	const {subscriptionId, resourceGroup} = placeOf(document);
	// What was found on a machine stands in a table of its own.
	const {patches: _elsewhere, ...own} = document;
	return resourceRow(world, own, subscriptionId, resourceGroup);
};
