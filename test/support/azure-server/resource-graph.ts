import {isExemptFinding, isOpenFinding, isSettledFinding} from '../../../source/azure/collect/open-finding.js';
import {idAsked, queries} from '../../../source/azure/queries.js';
import {
	failure,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';
import {withoutView} from './container-groups.js';
import type {Document, ServerFleet} from './fleet.js';

type Request = {
	readonly query: string;
	readonly subscriptions?: readonly string[];
	readonly managementGroups?: readonly string[];
	readonly options?: {readonly $top?: number; readonly $skip?: number; readonly $skipToken?: string; readonly authorizationScopeFilter?: string};
};

const subscriptionOf = (id: string): string => (/\/subscriptions\/(?<id>[^\/]+)/iv.exec(id)?.groups?.id ?? '').toLowerCase();

/**
A document of Resource Manager as a row: the columns of every table, types in small letters, blanks for what is not there.
*/
const toRow = (document: Document): Document => ({
	name: '', tenantId: '', kind: '', location: '', managedBy: '', sku: null, plan: null, tags: null, identity: null, zones: null, extendedLocation: null,
	...document,
	type: (typeof document.type === 'string' ? document.type : '').toLowerCase(),
	resourceGroup: (/\/resourcegroups\/(?<name>[^\/]+)/iv.exec(document.id)?.groups?.name ?? '').toLowerCase(),
	subscriptionId: subscriptionOf(document.id),
});

const alertRow = (document: Document): Document => ({
	...toRow(document),
	properties: Object.fromEntries(Object.entries(document.properties as Record<string, unknown>).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value])),
});

const severityOf = ({properties}: Document): string => {
	const {severity, Severity, metadata} = properties as {severity?: string; Severity?: string; metadata?: {severity?: string}};
	return (metadata?.severity ?? Severity ?? severity ?? '').toLowerCase();
};

const ranks = ['critical', 'high', 'medium', 'low'];

const rank = (document: Document): number => (ranks.includes(severityOf(document)) ? ranks.indexOf(severityOf(document)) : 4);

const byId = (one: Document, other: Document): number => (one.id < other.id ? -1 : 1);

const findingRows = (fleet: ServerFleet): readonly Document[] => [
	...fleet.assessments.filter(document => isOpenFinding(document)).map(document => toRow(document)),
	...fleet.alerts.filter(document => isOpenFinding(document)).map(document => alertRow(document)),
].toSorted((one, other) => rank(one) - rank(other) || byId(one, other)); // eslint-disable-line @typescript-eslint/strict-boolean-expressions

const sorted = (documents: readonly Document[]): readonly Document[] => documents.map(document => toRow(document)).toSorted(byId);

type Rows = readonly unknown[];

/**
Which query was asked, told by its text; no other gets an answer.
*/
const rowsOf = (fleet: ServerFleet, query: string, isInScope: (row: Document) => boolean): Rows | undefined => {
	const within = (rows: readonly Document[]): readonly Document[] => rows.filter(row => isInScope(row));
	switch (query) {
		case queries.subscriptions.text: {
			return within(sorted(fleet.subscriptions.map(({id, name, managementGroup}) => ({
				id: `/subscriptions/${id}`,
				name,
				type: 'Microsoft.Resources/subscriptions',
				properties: {managementGroupAncestorsChain: [...(managementGroup === undefined ? [] : [{displayName: 'Shop', name: managementGroup}]), {displayName: 'Tenant Root Group', name: fleet.tenantId}]},
			}))));
		}

		case queries.clusters.text: {
			return within(sorted(fleet.clusters));
		}

		case queries.registries.text: {
			return within(sorted(fleet.registries));
		}

		case queries.containerGroups.text: {
			return within(sorted((fleet.containerGroups ?? []).map(group => withoutView(group))));
		}

		case queries.registryChildren.text: {
			return within(sorted(fleet.registryChildren ?? []));
		}

		case queries.defenderPlans.text: {
			return within(sorted(fleet.pricings));
		}

		case queries.diskEncryptionSets.text: {
			return within(sorted(fleet.diskEncryptionSets ?? []));
		}

		case queries.hosts.text: {
			return within(sorted(fleet.hosts ?? []));
		}

		case queries.keyVaults.text: {
			return within(sorted(fleet.keyVaults ?? []));
		}

		case queries.networkResources.text: {
			return within(sorted(fleet.networkResources ?? []));
		}

		case queries.dataDisks.text: {
			return within(sorted(fleet.dataDisks ?? []));
		}

		case queries.roleAssignments.text: {
			return within(sorted(fleet.roleAssignments ?? []));
		}

		case queries.roleDefinitions.text: {
			return within(sorted(fleet.roleDefinitions ?? []));
		}

		case queries.policyExemptions.text: {
			return within(sorted(fleet.policies ?? []));
		}

		case queries.imageScans.text: {
			return within(fleet.imageScans ?? []);
		}

		case queries.runningScans.text: {
			return within(fleet.runningScans ?? []);
		}

		case queries.findings.text: {
			return within(findingRows(fleet));
		}

		case queries.exemptFindings.text: {
			return within(sorted(fleet.assessments.filter(document => isExemptFinding(document))));
		}

		case queries.findingTotals.text: {
			const totals = Map.groupBy(within(findingRows(fleet)), row => severityOf(row));
			return [...totals].map(([severity, rows]) => ({severity, total: rows.length}));
		}

		case queries.assessedSubscriptions.text: {
			const totals = Map.groupBy(within(sorted(fleet.assessments)), row => subscriptionOf(row.id));
			return [...totals].map(([subscriptionId, rows]) => ({subscriptionId, total: rows.length}));
		}

		default: {
			return rowsAbout(fleet, query, within);
		}
	}
};

const rowsAbout = (fleet: ServerFleet, query: string, within: (rows: readonly Document[]) => readonly Document[]): Rows | undefined => {
	const about = idAsked(queries.findingsOf, query)?.toLowerCase();
	if (about !== undefined) {
		return within([...findingRows(fleet), ...sorted(fleet.assessments.filter(document => isSettledFinding(document)))]).filter(row => row.id.toLowerCase().startsWith(`${about}/`) || JSON.stringify(row).toLowerCase().includes(`"${about}"`));
	}

	const machine = idAsked(queries.hostPatches, query)?.toLowerCase();
	if (machine !== undefined) {
		return within((fleet.hosts ?? []).filter(({id, patches}) => id.toLowerCase() === machine && patches !== undefined).map(({id, patches}) => ({id: `${id}/patchAssessmentResults/latest`, name: 'latest', properties: patches})));
	}

	const subscription = idAsked(queries.subscriptionDocument, query)?.toLowerCase();
	if (subscription !== undefined) {
		return (rowsOf(fleet, queries.subscriptions.text, row => within([row]).length === 1) as readonly Document[]).filter(row => row.id.toLowerCase() === subscription);
	}

	const id = (idAsked(queries.document, query) ?? idAsked(queries.findingDocument, query))?.toLowerCase();
	return id === undefined
		? undefined
		: within([...sorted([...fleet.clusters, ...fleet.registries, ...(fleet.containerGroups ?? []).map(group => withoutView(group)), ...fleet.registryChildren ?? [], ...fleet.diskEncryptionSets ?? [], ...fleet.keyVaults ?? [], ...fleet.hosts ?? []]), ...findingRows(fleet)]).filter(row => row.id.toLowerCase() === id);
};

/**
Set at a management group, or at the root of the tenant.
*/
const isAboveSubscriptions = ({id}: Document): boolean => !id.toLowerCase().startsWith('/subscriptions/');

/**
Answers `POST /providers/Microsoft.ResourceGraph/resources` in pages, as Resource Graph does: what may not be read is
left out without a word, and rows without an id get no `$skipToken`.
*/
export const answerResourceGraph = (fleet: ServerFleet, {body}: Incoming): Answer => {
	const {query, subscriptions, managementGroups, options} = JSON.parse(body) as Request;
	const readable = new Set(fleet.subscriptions.filter(({isLeftOut, id, managementGroup}) => isLeftOut !== true
		&& (subscriptions === undefined || subscriptions.includes(id))
		&& (managementGroups === undefined || managementGroups.includes(managementGroup ?? ''))).map(({id}) => id));
	if (readable.size === 0) {
		return {...failure(400, 'BadRequest', 'Please provide below info when asking for support.'), body: {error: {code: 'BadRequest', message: 'Please provide below info when asking for support.', details: [{code: 'NoValidSubscriptionsInQueryRequest', message: 'There must be at least one subscription that is eligible to contain resources.'}]}}};
	}

	const isInherited = options?.authorizationScopeFilter === 'AtScopeAboveAndBelow';
	const rows = rowsOf(fleet, query, row => readable.has(subscriptionOf(row.id)) || (isInherited && isAboveSubscriptions(row)));
	if (!rows) {
		return {status: 400, body: {error: {code: 'BadRequest', message: 'Please provide below info when asking for support.', details: [{code: 'InvalidQuery', message: 'Query is invalid.'}]}}};
	}

	const hasId = rows.every(row => (row as {id?: unknown}).id !== undefined);
	const start = Number(options?.$skip ?? options?.$skipToken ?? 0);
	const data = rows.slice(start, start + Math.min(options?.$top ?? 100, hasId ? fleet.graphPageSize ?? Infinity : Infinity));
	const end = start + data.length;
	return ok({
		totalRecords: rows.length,
		count: data.length,
		resultTruncated: 'false',
		facets: [],
		data,
		...(hasId && end < rows.length && {$skipToken: String(end)}),
	}, {'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05'});
};
