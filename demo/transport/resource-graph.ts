import {idAsked, queries} from '../../source/azure/queries.js';
import type {Json} from '../documents/context.js';
import {createBook} from '../fleet/finding-book.js';
import {azureSeverities} from '../fleet/recommendations.js';
import {badQuery, ok, type Answer} from './answer.js';
import {findFinding, unitsBelow} from './find-findings.js';
import {readGraphRequest, skipToken, type GraphRequest} from './graph-request.js';
import {
	clusterRows,
	findingRow,
	findingRows,
	pricingRows,
	registryRows,
	subscriptionRows,
	type Rows,
} from './rows.js';
import type {World} from './world.js';

type Table = (world: World, request: GraphRequest) => Rows;

const rowsOf = (rows: readonly Json[]): Rows => ({length: rows.length, at: index => rows[index]!});

const openBook = (world: World, {inScope}: GraphRequest) => createBook(world.units.filter(unit => inScope(unit.subscriptionId)));

const tables = new Map<string, Table>([
	[queries.subscriptions.text, (world, {inScope}) => subscriptionRows(world, inScope)],
	[queries.clusters.text, (world, {inScope}) => clusterRows(world, inScope)],
	[queries.registries.text, (world, {inScope}) => registryRows(world, inScope)],
	[queries.defenderPlans.text, (world, {inScope}) => pricingRows(world, inScope)],
	[queries.findings.text, (world, request) => findingRows(world, openBook(world, request))],
	[queries.findingTotals.text, (world, request) => rowsOf(openBook(world, request).bySeverity
		.map((total, severity): Json => ({severity: azureSeverities[severity]!.toLowerCase(), total}))
		.filter(row => row.total !== 0))],
]);

const firstWithId = (rows: Rows, id: string): Json | undefined => {
	for (let index = 0; index < rows.length; index++) {
		const row = rows.at(index);
		if (String(row.id).toLowerCase() === id.toLowerCase()) {
			return row;
		}
	}

	return undefined;
};

const resourceById = (world: World, {inScope}: GraphRequest, id: string): Rows => {
	const key = id.toLowerCase();
	const cluster = world.clusterShelf.find(key);
	const registry = world.registryShelf.find(key);
	const {clusters, registries} = world.stage;
	const isThere = (cluster !== undefined && inScope(clusters.at(cluster).subscription.id))
		|| (registry !== undefined && inScope(registries.at(registry).subscription.id));
	const row = isThere ? firstWithId(cluster === undefined ? registryRows(world, inScope) : clusterRows(world, inScope), key) : undefined;
	return rowsOf(row ? [row] : []);
};

const findingById = (world: World, {inScope}: GraphRequest, id: string): Rows => {
	const finding = findFinding(world, id);
	return rowsOf(finding && inScope(finding.subject.spec.subscription.id) ? [findingRow(world, finding)] : []);
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

	const about = idAsked(queries.findingsOf, query);
	return about === undefined
		? undefined
		: (world, {inScope}) => findingRows(world, createBook(unitsBelow(world, about).filter(unit => inScope(unit.subscriptionId))));
};

/**
One page of rows. As in Azure, rows without an `id` get no `$skipToken`.
*/
const page = (rows: Rows, {top, skip}: GraphRequest): Answer => {
	const end = Math.min(rows.length, skip + top);
	const data = Array.from({length: Math.max(0, end - skip)}, (_, index) => rows.at(skip + index));
	const hasMore = end < rows.length;
	const isPaged = hasMore && data[0]?.id !== undefined;
	return ok({
		totalRecords: rows.length,
		count: data.length,
		data,
		facets: [],
		resultTruncated: hasMore === isPaged ? 'false' : 'true',
		...(isPaged && {$skipToken: skipToken(top, end)}),
	});
};

/**
Answers a query of Resource Graph (api-version 2024-04-01). It is told by its text, which must be that of an entry of
`source/azure/queries.ts`; anything else is refused as a query that Azure cannot parse.
*/
export const answerResourceGraph = (world: World, body: string): Answer => {
	const request = readGraphRequest(world, body);
	if ('status' in request) {
		return request;
	}

	const table = tableOf(request.query);
	return table ? page(table(world, request), request) : badQuery('ParserFailure', 'The demo answers the queries of source/azure/queries.ts and no others.');
};
