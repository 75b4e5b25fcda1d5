import process from 'node:process';
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import test from 'ava';
import {readCluster} from '../../../source/azure/read/cluster.js';
import {readFinding} from '../../../source/azure/read/finding.js';
import {readRegistry} from '../../../source/azure/read/registry.js';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Finding} from '../../../source/model/finding.js';
import {unknown, valueOf} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {Registry} from '../../../source/model/registry.js';
import type {Resource} from '../../../source/model/resource.js';
import {emptyDefenderView, type FindingPlace} from '../../../source/posture/defender/defender-view.js';
import type {ResourcePosture} from '../../../source/posture/posture.js';
import {clusterColumns, clusterSort} from '../../../views/columns/clusters.js';
import type {CellContext, Column} from '../../../views/columns/column.js';
import {findingColumns, findingSort} from '../../../views/columns/findings.js';
import {nodePoolColumns, nodePoolSort} from '../../../views/columns/node-pools.js';
import {isWrong} from '../../../views/columns/posture-columns.js';
import {registryColumns, registrySort} from '../../../views/columns/registries.js';
import {createDerive} from '../../../views/parts/table/derive.js';
import {compileFilter} from '../../../views/parts/filter/compile-filter.js';
import {parseFilter} from '../../../views/parts/filter/parse-filter.js';
import {columnText, createRowTexts} from '../../../views/parts/filter/row-texts.js';

const documentsIn = (folder: string, name: string): unknown[] => {
	const directory = new URL(`../../documents/${folder}/`, import.meta.url);
	return readdirSync(directory)
		.filter(file => file.includes(name) && file.endsWith('.json'))
		.flatMap(file => {
			const document = JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as {value?: unknown[]};
			return document.value ?? [document];
		});
};

const clusters = documentsIn('aks', 'cluster').map(document => readCluster(document)).filter(cluster => cluster !== undefined);
const nodePools = clusters.flatMap(cluster => valueOf(cluster.nodePools) ?? []);
const registries = documentsIn('acr', 'registry').map(document => readRegistry(document)).filter(registry => registry !== undefined);
const findings = [...documentsIn('security', 'assessment'), ...documentsIn('security', 'alert')].map(document => readFinding(document)).filter(finding => finding !== undefined);

const now = Date.parse('2026-09-10T00:00:00Z');
const none = {
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
};
const denied = unknown('denied', 'no right');

const snapshotWith = (parts: Partial<Snapshot> = {}): Snapshot => {
	// Only what columns look at.
	const snapshot: Pick<Snapshot, 'subscriptions' | 'latestNodeImages' | 'supportedVersions' | 'posture' | 'defender'> = {
		defender: emptyDefenderView,
		subscriptions: [{
			id: 'sub-1', name: 'contoso-prod', tenantId: undefined, state: undefined, coverage: {state: 'answered'},
		}],
		latestNodeImages: new Map(),
		supportedVersions: new Map(),
		posture: {
			byKey: new Map(), failed: none, unknown: 0, passed: 0, accepted: 0, score: undefined,
		},
		...parts,
	};
	return snapshot as Snapshot;
};

const context: CellContext = {snapshot: snapshotWith(), now};

const withPosture = (key: string, posture: Partial<ResourcePosture>): CellContext => ({
	now,
	snapshot: snapshotWith({
		posture: {
			byKey: new Map([[key, {
				key, verdicts: [], failed: none, unknown: 0, passed: 0, accepted: 0, worst: undefined, score: undefined, ...posture,
			}]]),
			failed: none,
			unknown: 0,
			passed: 0,
			accepted: 0,
			score: undefined,
		},
	}),
});

const cell = <Row>(columns: ReadonlyArray<Column<Row>>, id: string, row: Row, inContext = context) => columns.find(column => column.id === id)!.cell(row, inContext);

const cluster = (parts: Partial<Cluster>): Cluster => ({...clusters[0]!, ...parts});
const pool = (parts: Partial<NodePool>): NodePool => ({...nodePools[0]!, ...parts});
const registry = (parts: Partial<Registry>): Registry => ({...registries[0]!, ...parts});
const finding = (parts: Partial<Finding>): Finding => ({...findings[0]!, ...parts});

const tables: ReadonlyArray<readonly [string, ReadonlyArray<Column<any>>, readonly Resource[], {readonly column: string}]> = [
	['clusters', clusterColumns, clusters, clusterSort],
	['node pools', nodePoolColumns, nodePools, nodePoolSort],
	['registries', registryColumns, registries, registrySort],
	['findings', findingColumns, findings, findingSort],
];

const holdsForEveryColumn = (columns: ReadonlyArray<Column<any>>, row: Resource, inContext: CellContext): boolean => {
	for (const column of columns) {
		const {text} = column.cell(row, inContext);
		const sortValue = column.sortBy?.(row, inContext);
		const measure = column.measure?.of(row, inContext);
		if (typeof text !== 'string' || text === '' || /undefined|null|NaN|\[object/v.test(text) || typeof columnText(column, row, inContext) !== 'string') {
			throw new Error(`${column.id} shows ${JSON.stringify(text)}`);
		}

		if (Number.isNaN(sortValue) || Number.isNaN(measure)) {
			throw new TypeError(`${column.id} sorts by NaN`);
		}
	}

	return true;
};

for (const [name, columns, rows, sort] of tables) {
	test(`${name}: words of a filter are unambiguous, and there is a column of the default sort and one that stays`, t => {
		const words = columns.flatMap(({id, aliases}) => [id, ...(aliases ?? [])]);
		t.is(new Set(words).size, words.length);
		t.true(words.every(word => /^[a-z][\w\-]*$/v.test(word) && word !== 'tag'));
		t.true(columns.some(({id}) => id === sort.column));
		t.true(columns.some(({priority}) => priority === 0));
		t.true(columns.every(({minWidth, width}) => minWidth <= width));
	});

	test(`${name}: every document that Azure was seen to send fills every column`, t => {
		t.true(rows.length > 5);
		for (const row of rows) {
			t.true(holdsForEveryColumn(columns, row, context));
		}
	});

	test(`${name}: no model, however unknown, breaks a column, a sort or a filter`, t => {
		const identity = new Set(['kind', 'id', 'key', 'name', 'subscriptionId', 'resourceGroup', 'region', 'tags', 'clusterKey', 'clusterName', 'title', 'source', 'severity', 'severityUnknown', 'status', 'resourceKey', 'resourceName', 'resourceType', 'tactics', 'assessmentKey']);
		const model = fc.constantFrom(...rows).chain(row => {
			const facts = Object.entries(row).map(([member, value]) => [member, identity.has(member)
				? fc.constant(value)
				: fc.constantFrom(value, value, denied, undefined, typeof value === 'string' ? 'Something-New ' : value)] as const);
			return fc.record(Object.fromEntries(facts)) as unknown as fc.Arbitrary<Resource>;
		});
		const isTotal = fc.property(fc.array(model, {minLength: 1, maxLength: 4}), models => {
			const derive = createDerive<Resource>(columns);
			for (const row of models) {
				holdsForEveryColumn(columns, row, context);
				t.is(typeof isWrong(row, context), 'boolean');
			}

			for (const column of columns) {
				const {keys} = derive({
					rows: models, sort: {column: column.id, isDescending: true}, filter: undefined, condition: undefined, context,
				});
				t.is(keys.length, new Set(models.map(({key}) => key)).size);
			}
		});
		fc.assert(isTotal, {numRuns: 300});
	});
}

test('who reaches an API server; ranges do not matter for a private one', t => {
	const show = (parts: Partial<Cluster>) => cell(clusterColumns, 'api', cluster({
		privateCluster: false, publicNetworkAccess: undefined, authorizedIpRanges: undefined, ...parts,
	}));
	t.deepEqual(show({privateCluster: true, authorizedIpRanges: denied}), {text: 'private', tone: 'good'});
	t.deepEqual(show({publicNetworkAccess: 'Disabled'}), {text: 'private', tone: 'good'});
	t.deepEqual(show({authorizedIpRanges: ['203.0.113.0/24', '198.51.100.7/32']}), {text: 'ranges 2'});
	t.is(show({authorizedIpRanges: ['0.0.0.0/0']}).text, 'public');
	t.is(show({}).text, 'public');
	t.deepEqual(show({authorizedIpRanges: denied}), {text: '?', tone: 'unknown'});
	t.is(show({privateCluster: denied}).text, '?');
});

test('off, not set and unknown are three things', t => {
	const show = (defenderSensor: Cluster['defenderSensor']) => cell(clusterColumns, 'defender', cluster({defenderSensor}));
	t.deepEqual(show(true), {text: 'on', tone: 'good'});
	t.is(show(false).text, 'off');
	t.is(show(undefined).text, 'not set');
	t.deepEqual(show(denied), {text: '?', tone: 'unknown'});
});

test('a version says whether its region still supports it', t => {
	const versions = [
		{
			minor: '1.33', patches: ['1.33.2'], supportPlans: ['KubernetesOfficial'], isPreview: false, isDefault: true,
		},
		{
			minor: '1.30', patches: [], supportPlans: ['AKSLongTermSupport'], isPreview: false, isDefault: false,
		},
		{
			minor: '1.35', patches: [], supportPlans: [], isPreview: true, isDefault: false,
		},
	];
	const show = (version: string, supportPlan = 'KubernetesOfficial', supported: unknown = versions) => cell(clusterColumns, 'version', cluster({
		currentKubernetesVersion: version, supportPlan, region: 'westeurope',
	}), {now, snapshot: snapshotWith({supportedVersions: new Map([['westeurope', supported]]) as Snapshot['supportedVersions']})});
	t.deepEqual(show('1.33.2'), {text: '1.33.2'});
	t.deepEqual(show('1.29.4'), {text: '1.29.4 !', tone: 'high'});
	t.deepEqual(show('1.30.9'), {text: '1.30.9 LTS', tone: 'high'});
	t.deepEqual(show('1.30.9', 'AKSLongTermSupport'), {text: '1.30.9 LTS', tone: 'plain'});
	t.deepEqual(show('1.35.0'), {text: '1.35.0 pre', tone: 'medium'});
	t.deepEqual(show('1.33.2', 'KubernetesOfficial', denied), {text: '1.33.2 ?', tone: 'unknown'});
	t.is(cell(clusterColumns, 'version', cluster({currentKubernetesVersion: undefined, kubernetesVersion: undefined})).text, 'not reported');
});

test('a sum of nodes that lacks a pool says so', t => {
	const sum = (pools: Cluster['nodePools']) => cell(clusterColumns, 'nodes', cluster({nodePools: pools})).text;
	t.is(sum([pool({count: 3}), pool({count: 4})]), '7');
	t.is(sum([pool({count: 3}), pool({count: denied})]), '3+?');
	t.is(sum(undefined), '-');
	t.is(sum(denied), '?');
});

test('a node image against the newest in its region; null is never current', t => {
	const show = (nodeImageVersion: NodePool['nodeImageVersion'], newest?: string) => cell(nodePoolColumns, 'image', pool({nodeImageVersion, region: 'westeurope'}), {
		now,
		snapshot: snapshotWith({
			latestNodeImages: newest === undefined
				? new Map()
				: new Map([['aksubuntu-2204gen2containerd@westeurope', {version: newest, family: 'AKSUbuntu-2204gen2containerd', built: undefined}]]),
		}),
	});
	const august = 'AKSUbuntu-2204gen2containerd-202608.10.0';
	const september = 'AKSUbuntu-2204gen2containerd-202609.01.0';
	t.deepEqual(show(august, september), {text: '31 d old', tone: 'high'});
	t.deepEqual(show(september, september), {text: 'newest', tone: 'good'});
	t.deepEqual(show(august), {text: '31 d old ?', tone: 'unknown'});
	t.deepEqual(show(undefined, september), {text: 'not reported', tone: 'unknown'});
	t.deepEqual(show(denied, september), {text: '?', tone: 'unknown'});
	// The newest of a family that gets no more images.
	t.deepEqual(show('AKSUbuntu-2204gen2containerd-202601.01.0', 'AKSUbuntu-2204gen2containerd-202601.01.0'), {text: 'newest, 252 d', tone: 'medium'});
});

test('who reaches a registry; rules do not matter where public access is disabled', t => {
	const show = (parts: Partial<Registry>) => cell(registryColumns, 'network', registry({
		publicNetworkAccess: 'Enabled', defaultAction: undefined, ipRules: undefined, ...parts,
	}));
	t.deepEqual(show({publicNetworkAccess: 'Disabled', defaultAction: 'Allow'}), {text: 'private', tone: 'good'});
	t.deepEqual(show({defaultAction: 'Deny', ipRules: ['203.0.113.0/24']}), {text: 'selected 1'});
	t.deepEqual(show({}), {text: 'public', tone: 'high'});
	t.is(show({defaultAction: denied}).text, '?');
	t.is(cell(registryColumns, 'key', registry({encryption: undefined, sku: 'Basic'})).text, 'MS');
	t.is(cell(registryColumns, 'key', registry({encryption: undefined, sku: 'Premium'})).text, 'not reported');
	t.is(cell(registryColumns, 'key', registry({encryption: 'enabled'})).text, 'own');
});

test('failures are told by letter and glyph, worst first, and sort so', t => {
	const row = clusters[0]!;
	const show = (posture: Partial<ResourcePosture>) => cell(clusterColumns, 'severity', row, withPosture(row.key, posture));
	const weight = (posture: Partial<ResourcePosture>) => clusterColumns.find(({id}) => id === 'severity')!.sortBy!(row, withPosture(row.key, posture)) as number;
	t.deepEqual(show({
		failed: {
			...none, critical: 1, high: 3, low: 9,
		}, unknown: 2, worst: 'critical',
	}), {text: 'C1 H3 ?2', tone: 'critical', glyph: 'bullet'});
	t.deepEqual(show({}), {text: 'ok', tone: 'good'});
	t.deepEqual(show({unknown: 4}), {text: '?4', tone: 'unknown', glyph: 'hollow'});
	t.deepEqual(cell(clusterColumns, 'severity', row), {text: '?', tone: 'unknown'});
	t.true(weight({failed: {...none, critical: 1}}) > weight({failed: {...none, high: 40}}));
	t.true(weight({unknown: 1}) > weight({}));
});

test('a finding says where it counts, and which check says the same', t => {
	const row = finding({severity: 'high', severityUnknown: false});
	const placed = (place: FindingPlace): CellContext => ({
		now,
		snapshot: snapshotWith({
			defender: {
				...emptyDefenderView,
				relations: new Map([[row.key, {place, verdict: {resourceKey: row.resourceKey, checkId: 'acr-example', standing: place === 'fixed' ? 'pass' : 'fail'}}]]),
			},
		}),
	});
	t.deepEqual(cell(findingColumns, 'status', row, placed('gone')), {text: 'gone', tone: 'dim'});
	t.deepEqual(cell(findingColumns, 'severity', row, placed('gone')), {text: 'H', tone: 'dim', glyph: 'hollow'});
	t.is(findingColumns[0]!.sortBy!(row, placed('gone')), undefined, 'what counts nowhere stands last');
	t.false(isWrong(row, placed('gone')));
	t.deepEqual(cell(findingColumns, 'status', row, placed('fixed')), {text: 'fixed in Azure', tone: 'good'});
	t.deepEqual(cell(findingColumns, 'check', row, placed('fixed')), {text: 'pass acr-example', tone: 'good'});
	t.deepEqual(cell(findingColumns, 'check', row, placed('check')), {text: 'fail acr-example', tone: 'plain'});
	t.true(isWrong(row, placed('check')));
	t.is(cell(findingColumns, 'check', row).text, '-');
});

test('a finding: exempt is not healthy, an unknown severity is not info', t => {
	t.deepEqual(cell(findingColumns, 'severity', finding({severity: 'high', severityUnknown: false})), {text: 'H', tone: 'high', glyph: 'bullet'});
	t.deepEqual(cell(findingColumns, 'severity', finding({severity: 'info', severityUnknown: true})), {text: '?', tone: 'unknown', glyph: 'hollow'});
	t.deepEqual(cell(findingColumns, 'status', finding({status: 'not-applicable', cause: 'Exempt'})), {text: 'exempt', tone: 'dim'});
	t.is(cell(findingColumns, 'since', finding({since: '2026-09-07T00:00:00Z'})).text, '3 d');
	t.is(cell(findingColumns, 'since', finding({since: denied})).text, '?');
	t.is(cell(findingColumns, 'since', finding({since: 'yesterday'})).text, '-');
	t.true(isWrong(finding({status: 'unknown'}), context));
	t.false(isWrong(finding({status: 'healthy'}), context));
});

test('a subscription is found by its name and its id', t => {
	const column = clusterColumns.find(({id}) => id === 'subscription')!;
	const row = cluster({subscriptionId: 'sub-1'});
	t.is(column.cell(row, context).text, 'contoso-prod');
	t.is(columnText(column, row, context), 'contoso-prod sub-1');
	t.is(column.cell(cluster({subscriptionId: 'sub-2'}), context).text, 'sub-2');
});

test('5,000 rows are sorted and filtered before a hand notices', t => {
	const many = Array.from({length: 5000}, (_, index) => pool({key: `${nodePools[0]!.key}/${(index * 7919) % 5000}`, name: `pool${index}`}));
	const texts = createRowTexts(nodePoolColumns);
	const used = (work: () => unknown): number => {
		const spent = Array.from({length: 9}, () => {
			// The thread's own time: what else this machine does must not fail the test.
			const before = process.threadCpuUsage();
			work();
			const {user, system} = process.threadCpuUsage(before);
			return (user + system) / 1000;
		});
		return spent.toSorted((left, right) => left - right)[4]!;
	};

	const derive = createDerive(nodePoolColumns);
	const input = {
		rows: many, sort: nodePoolSort, filter: undefined, condition: undefined, context,
	};
	t.true(used(() => derive({...input, context: {...context}})) < 150);
	const filters = ['p', 'po', 'pool1', 'pool12', 'pool:4', 'image>30', '!pool9', 'ubuntu', 'pool4'].map(text => {
		const parsed = parseFilter(text);
		const compiled = parsed.ok ? compileFilter(parsed.filter, nodePoolColumns, texts) : parsed;
		return compiled.ok ? compiled.filter : undefined;
	});
	t.false(filters.includes(undefined));
	t.true(used(() => derive({...input, filter: filters.pop()})) < 150);
	t.true(used(() => derive(input)) < 10);
});
