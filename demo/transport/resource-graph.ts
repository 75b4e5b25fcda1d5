import {setImmediate} from 'node:timers/promises';
import {idAsked, queries} from '../../source/azure/queries.js';
import type {Json} from '../documents/context.js';
import {createBook} from '../fleet/finding-book.js';
import {azureSeverities} from '../fleet/recommendations.js';
import type {Staging} from '../stage.js';
import {badQuery, type Answer} from './answer.js';
import {
	assessedSubscriptions,
	exemptFindings,
	findFinding,
	settledFindings,
	unitsBelow,
} from './find-findings.js';
import {groupRows, type GroupShelf} from './group-rows.js';
import {imageScanRows, recordsOfImage, runningScanRows} from './image-rows.js';
import {readGraphRequest, skipToken, type GraphRequest} from './graph-request.js';
import {
	clusterRows,
	clusterText,
	containerGroupRows,
	diskEncryptionSetRows,
	findingRow,
	findingRows,
	groupText,
	hostPatchRows,
	hostRows,
	keyringRowById,
	keyVaultRows,
	policyRows,
	pricingRows,
	registryChildRows,
	registryChildRowsOf,
	registryRows,
	registryText,
	roleAssignmentRows,
	roleDefinitionRows,
	rowsOf,
	subscriptionRows,
	type Rows,
} from './rows.js';
import type {World} from './world.js';

type Table = (world: World, request: GraphRequest) => Rows;

const openBook = (world: World, {inScope}: GraphRequest) => createBook(world.units.filter(unit => inScope(unit.subscriptionId)));

const tables = new Map<string, Table>([
	[queries.subscriptions.text, (world, {inScope}) => subscriptionRows(world, inScope)],
	[queries.clusters.text, (world, {inScope}) => clusterRows(world, inScope)],
	[queries.registries.text, (world, {inScope}) => registryRows(world, inScope)],
	[queries.containerGroups.text, (world, {inScope}) => containerGroupRows(world, inScope)],
	[queries.registryChildren.text, (world, {inScope}) => registryChildRows(world, inScope)],
	[queries.diskEncryptionSets.text, (world, {inScope}) => diskEncryptionSetRows(world, inScope)],
	[queries.hosts.text, (world, {inScope}) => hostRows(world, inScope)],
	[queries.keyVaults.text, (world, {inScope}) => keyVaultRows(world, inScope)],
	[queries.roleAssignments.text, (world, {inScope, isInherited}) => roleAssignmentRows(world, inScope, isInherited)],
	[queries.roleDefinitions.text, (world, {inScope, isInherited}) => roleDefinitionRows(world, inScope, isInherited)],
	[queries.policyExemptions.text, (world, {inScope}) => policyRows(world, inScope)],
	[queries.defenderPlans.text, (world, {inScope}) => pricingRows(world, inScope)],
	[queries.assessedSubscriptions.text, (world, {inScope}) => rowsOf(assessedSubscriptions(world).filter(({subscriptionId}) => inScope(subscriptionId)), false)],
	[queries.findings.text, (world, request) => findingRows(world, openBook(world, request))],
	[queries.exemptFindings.text, (world, {inScope}) => rowsOf(exemptFindings(world).filter(({subject}) => inScope(subject.spec.subscription.id)).map(finding => findingRow(world, finding)))],
	[queries.findingTotals.text, (world, request) => rowsOf(openBook(world, request).bySeverity
		.map((total, severity): Json => ({severity: azureSeverities[severity]!.toLowerCase(), total}))
		.filter(({total}) => total !== 0), false)],
]);

const resourceById = (world: World, {inScope}: GraphRequest, id: string): Rows => {
	const key = id.toLowerCase();
	const subscriptionId = key.split('/', 3)[2] ?? '';
	const cluster = world.clusterShelf.find(key);
	const registry = world.registryShelf.find(key);
	const make = () => (cluster === undefined ? registryText(world, registry!) : clusterText(world, cluster));
	const parent = world.registryShelf.find(key.split('/').slice(0, -2).join('/'));
	if (parent !== undefined && inScope(subscriptionId)) {
		return rowsOf(registryChildRowsOf(world, parent).filter(({id: own}) => String(own).toLowerCase() === key));
	}

	const group = world.groupShelf.find(key);
	if (group !== undefined && inScope(subscriptionId)) {
		return {length: 1, hasId: true, at: () => groupText(world, group)};
	}

	const around = inScope(subscriptionId) ? keyringRowById(world, key) : undefined;
	if (around) {
		return rowsOf([around]);
	}

	const isThere = inScope(subscriptionId) && (cluster !== undefined || registry !== undefined);
	return {length: isThere ? 1 : 0, hasId: true, at: make};
};

const findingById = (world: World, {inScope}: GraphRequest, id: string): Rows => {
	const finding = findFinding(world, id);
	return rowsOf(finding && inScope(finding.subject.spec.subscription.id) ? [findingRow(world, finding)] : []);
};

/**
Open findings worst first, then the recommendations that are met or exempt.
*/
const findingRowsOf = (world: World, units: World['units']): Rows => {
	const open = findingRows(world, createBook(units));
	const settled = settledFindings(world, units);
	return {length: open.length + settled.length, hasId: true, at: place => (place < open.length ? open.at(place) : JSON.stringify(findingRow(world, settled[place - open.length]!)))};
};

/**
The table that a query asks for; absent for a text that is none of crowsnest's own queries.
*/
const tableOf = (query: string): Table | undefined => {
	const table = tables.get(query);
	if (table) {
		return table;
	}

	const resourceId = idAsked(queries.document, query);
	if (resourceId !== undefined) {
		return (world, request) => resourceById(world, request, resourceId);
	}

	const findingKey = idAsked(queries.findingDocument, query);
	if (findingKey !== undefined) {
		return (world, request) => findingById(world, request, findingKey);
	}

	const subscriptionId = idAsked(queries.subscriptionDocument, query)?.toLowerCase();
	if (subscriptionId !== undefined) {
		return (world, {inScope}) => subscriptionRows(world, id => inScope(id) && subscriptionId === `/subscriptions/${id}`);
	}

	const digest = idAsked(queries.imageRecords, query);
	if (digest !== undefined) {
		return (world, {inScope}) => rowsOf(recordsOfImage(world, inScope, digest).map(finding => findingRow(world, finding)));
	}

	const machine = idAsked(queries.hostPatches, query)?.toLowerCase();
	if (machine !== undefined) {
		return (world, {inScope}) => hostPatchRows(world, inScope, machine);
	}

	const about = idAsked(queries.findingsOf, query);
	return about === undefined
		? undefined
		: (world, {inScope}) => findingRowsOf(world, unitsBelow(world, about).filter(unit => inScope(unit.subscriptionId)));
};

const endOf = ({length}: Rows, {top, skip}: GraphRequest): number => Math.min(length, skip + top);

/**
One page of rows, put together as text. As in Azure, rows without an `id` get no `$skipToken`.
*/
const joinPage = (rows: Rows, texts: readonly string[], request: GraphRequest): string => {
	const end = endOf(rows, request);
	const hasMore = end < rows.length;
	const token = hasMore && rows.hasId ? `,"$skipToken":"${skipToken(request.top, end)}"` : '';
	const isTruncated = hasMore && !rows.hasId;
	return `{"totalRecords":${rows.length},"count":${texts.length},"data":[${texts.join(',')}],"facets":[],"resultTruncated":"${isTruncated}"${token}}`;
};

const pageText = (rows: Rows, request: GraphRequest): string => {
	const {skip} = request;
	const length = Math.max(0, endOf(rows, request) - skip);
	return joinPage(rows, Array.from({length}, (_, index) => rows.at(skip + index)), request);
};

/**
Rows that are made in one go: a few milliseconds.
*/
const rowsAtOnce = 50;

/**
The same, and other work has its turn in between.
*/
const pageTextInSlices = async (rows: Rows, request: GraphRequest): Promise<string> => {
	const texts: string[] = [];
	const end = endOf(rows, request);
	for (let index = request.skip; index < end; index++) {
		texts.push(rows.at(index));
		if (texts.length % rowsAtOnce === 0) {
			// eslint-disable-next-line no-await-in-loop -- that is the point
			await setImmediate();
		}
	}

	return joinPage(rows, texts, request);
};

/**
Large tables that are read by the hour: nothing of them is kept.
*/
const sliced = new Map<string, keyof GroupShelf>([
	[queries.networkResources.text, 'network'],
	[queries.dataDisks.text, 'disks'],
]);

/**
What is summed up over all findings of images.
*/
const summaries = new Map<string, (world: World, inScope: GraphRequest['inScope']) => Promise<Rows>>([
	[queries.imageScans.text, imageScanRows],
	[queries.runningScans.text, runningScanRows],
]);

/**
The large tables, and what of the story shows in each.
*/
const stagings = new Map<string, Staging>([
	[queries.clusters.text, 'cluster'],
	[queries.registries.text, 'registry'],
	[queries.registryChildren.text, 'registry'],
	[queries.findings.text, 'finding'],
]);

/**
Answers a query of Resource Graph (api-version 2024-04-01). It is told by its text, which must be that of an entry of
`source/azure/queries.ts`; anything else is refused as a query that Azure cannot parse.
*/
export const answerResourceGraph = async (world: World, body: string): Promise<Answer> => {
	const request = readGraphRequest(world, body);
	if ('status' in request) {
		return request;
	}

	const summary = summaries.get(request.query);
	if (summary !== undefined) {
		return {status: 200, text: pageText(await summary(world, request.inScope), request)};
	}

	const group = sliced.get(request.query);
	if (group !== undefined) {
		return {status: 200, text: await pageTextInSlices(await groupRows(world, group, request.inScope), request)};
	}

	const table = tableOf(request.query);
	if (!table) {
		return badQuery('ParserFailure', 'The demo answers the queries of source/azure/queries.ts and no others.');
	}

	const staging = stagings.get(request.query);
	const make = (): string => pageText(table(world, request), request);
	return {status: 200, text: staging === undefined ? make() : world.pages.text(body, world.stage.versions[staging], make)};
};
