import test from 'ava';
import {queries} from '../../source/azure/queries.js';
import {
	allRows,
	get,
	noon,
	parsed,
	post,
	quiet,
	type GraphBody,
	poolsOf,
	severityOf,
	type Row,
	orderOf,
} from './harness.js';

const texts = [queries.subscriptions.text, queries.clusters.text, queries.registries.text, queries.defenderPlans.text, queries.findings.text];

test('the same seed gives the same bytes, another seed gives others', async t => {
	const read = async (seed: number) => {
		const client = quiet({seed});
		const bodies: string[] = [];
		for (const query of texts) {
			// eslint-disable-next-line no-await-in-loop -- one client answers in order
			const response = await post(client, {query, options: {$top: 1000}});
			bodies.push(response.bodyAsText!);
		}

		return bodies.join('\n');
	};

	const first = await read(7);
	t.is(await read(7), first);
	t.not(await read(8), first);
});

test('the ordinary fleet has what it promises', async t => {
	const client = quiet();
	const clusters = await allRows(client, queries.clusters.text, 200);
	t.is(clusters.length, 24);
	t.is(clusters.flatMap(row => poolsOf(row)).length, 60);
	const registries = await allRows(client, queries.registries.text, 500);
	t.is(registries.length, 9);
	const findings = await allRows(client, queries.findings.text, 37);
	t.is(findings.length, 300);
	t.is(new Set(findings.map(({id}) => id.toLowerCase())).size, 300);
	t.is(findings.filter(({id}) => id.includes('/alerts/')).length, 12);
});

test('totals are those of the findings', async t => {
	const client = quiet();
	const counts = new Map<string, number>();
	for (const row of await allRows(client, queries.findings.text, 100)) {
		const severity = severityOf(row);
		counts.set(severity, (counts.get(severity) ?? 0) + 1);
	}

	const totals = parsed<{data: ReadonlyArray<{severity: string; total: number}>; $skipToken?: string}>(await post(client, {query: queries.findingTotals.text}));
	t.deepEqual(new Map(totals.data.map(({severity, total}) => [severity, total])), counts);
	t.is(totals.$skipToken, undefined);
});

test('findings come worst first and then by id', async t => {
	const rows = await allRows(quiet(), queries.findings.text, 100);
	const keys = rows.map(row => orderOf(row));
	t.deepEqual(keys, keys.toSorted());
});

test('findings of one resource are those of the whole list', async t => {
	const client = quiet();
	const findings = await allRows(client, queries.findings.text, 100);
	const resources = [...await allRows(client, queries.clusters.text, 200), ...await allRows(client, queries.registries.text, 200)];
	let total = 0;
	for (const {id} of resources) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		const own = await allRows(client, queries.findingsOf.text(id), 50);
		const touching = findings.filter(finding => finding.id.toLowerCase().startsWith(`${id.toLowerCase()}/`)
			|| JSON.stringify(finding.properties.ResourceIdentifiers ?? []).toLowerCase().includes(`"${id.toLowerCase()}"`));
		const isSettled = ({properties}: Row) => ['Healthy', 'NotApplicable'].includes((properties.status as {readonly code?: string} | undefined)?.code ?? '');
		const open = own.filter(finding => !isSettled(finding));
		t.deepEqual(open.map(finding => finding.id), touching.map(finding => finding.id));
		t.deepEqual(own.slice(open.length), own.filter(finding => isSettled(finding)), 'what is met or exempt comes last');
		total += open.length;
	}

	const left = findings.filter(({id}) => resources.every(resource => !id.toLowerCase().startsWith(`${resource.id.toLowerCase()}/`) && !id.includes('/alerts/')));
	t.true(left.length > 0, 'of what was deleted, findings are left');
	t.is(total + left.length, 300);
});

test('somebody has exempted something,', async t => {
	const client = quiet();
	const exempt = await allRows(client, queries.exemptFindings.text, 2);
	t.true(exempt.length > 2);
	t.true(exempt.every(({properties}) => (properties.status as {readonly cause: string}).cause === 'Exempt'));
	t.is(new Set(exempt.map(({id}) => id)).size, exempt.length);
});

test('a subscription that may not be read is left out in silence and refused by Resource Manager', async t => {
	const client = quiet();
	const listed = parsed<{value: ReadonlyArray<{subscriptionId: string; displayName: string}>}>(await get(client, '/subscriptions')).value;
	const rows = await allRows(client, queries.subscriptions.text, 100);
	const answered = new Set(rows.map(row => row.subscriptionId));
	const silent = listed.filter(({subscriptionId}) => !answered.has(subscriptionId));
	t.is(listed.length, 12);
	t.deepEqual(silent.map(({displayName}) => displayName), ['vlm-finance-restricted']);

	const id = silent[0]!.subscriptionId;
	const refused = await get(client, `/subscriptions/${id}/providers/Microsoft.ContainerService/managedClusters`);
	t.is(refused.status, 403);
	t.like(parsed(refused), {error: {code: 'AuthorizationFailed'}});
	t.true(refused.bodyAsText!.includes('Microsoft.ContainerService/managedClusters/read'));

	const alone = await post(client, {query: queries.clusters.text, subscriptions: [id]});
	t.is(alone.status, 400);
	t.true(alone.bodyAsText!.includes('NoValidSubscriptionsInQueryRequest'));
});

test('a query is limited to the subscriptions that it names', async t => {
	const client = quiet();
	const [one] = await allRows(client, queries.clusters.text, 200);
	const rows = await allRows(client, queries.clusters.text, 1, [one!.subscriptionId.toUpperCase()]);
	t.true(rows.length > 1);
	t.deepEqual([...new Set(rows.map(row => row.subscriptionId))], [one!.subscriptionId]);
});

test('a query of somebody else is refused as Azure refuses one that it cannot parse', async t => {
	const response = await post(quiet(), {query: 'resources | take 5'});
	t.is(response.status, 400);
	t.is(parsed<GraphBody>(response).error?.code, 'BadRequest');
	const broken = await post(quiet(), {options: 5});
	t.is(broken.status, 400);
});

test('every plan state is there: on, off, on trial, and old plans that still bill', async t => {
	const plans = await allRows(quiet(), queries.defenderPlans.text, 100);
	const containers = plans.filter(({name}) => name === 'Containers').map(({properties}) => properties);
	t.true(containers.some(plan => plan.pricingTier === 'Free'));
	t.true(containers.some(plan => plan.pricingTier === 'Standard' && plan.freeTrialRemainingTime !== 'PT0S'));
	t.true(plans.some(({properties}) => properties.deprecated === true && properties.pricingTier === 'Standard'));
});

test('no address leaves the documentation ranges, and no name belongs to anybody', async t => {
	const client = quiet();
	const everything: string[] = [];
	for (const query of texts) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		everything.push(JSON.stringify(await allRows(client, query, 500)));
	}

	const text = everything.join('\n');
	const addresses = text.match(/(?<![\d\-.])\d{1,3}(?:\.\d{1,3}){3}(?=["\/])/gv) ?? [];
	const foreign = addresses.filter(address => !/^(?:10\.|0\.0\.0\.0|198\.51\.100\.|203\.0\.113\.)/v.test(address) && !address.startsWith('2.'));
	t.deepEqual(foreign, []);
	t.deepEqual(text.split(/[\s"\\]/v).filter(word => word.includes('@') && !word.endsWith('@vellamar.example')), []);
	for (const id of text.match(/CVE-\d+-\d+/gv) ?? []) {
		t.true(Number(id.split('-', 3)[2]) >= 900_000);
	}
});

test('dates are counted from the clock', async t => {
	const later = noon + (400 * 86_400_000);
	const images = (rows: Awaited<ReturnType<typeof allRows>>) =>
		rows.flatMap(row => poolsOf(row)).map(pool => pool.nodeImageVersion);
	const now = images(await allRows(quiet(), queries.clusters.text, 200));
	const then = images(await allRows(quiet({now: () => later}), queries.clusters.text, 200));
	t.is(now.find(image => image.startsWith('AKSAzureLinux')), now.find(image => /-20261[01]\.\d\d\.0$/v.test(image)));
	t.true(then.some(image => image.includes('-202712.')));
	t.true(now.some(image => /^AKSWindows-2022-containerd-gen2-20348\.\d+\.26\d{4}$/v.test(image)));
});
