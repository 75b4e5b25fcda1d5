import test from 'ava';
import {queries} from '../../source/azure/queries.js';
import {readCluster} from '../../source/azure/read/cluster.js';
import {readFinding} from '../../source/azure/read/finding.js';
import {readRegistry} from '../../source/azure/read/registry.js';
import {relationOf} from '../../source/posture/defender/defender-view.js';
import {mergeFindings} from '../../source/posture/defender/merge-findings.js';
import {judgeCluster, judgeRegistry} from '../../source/posture/judge-resource.js';
import {listingOf} from '../support/findings.js';
import {contextOf} from '../support/posture.js';
import {allRows, noon, quiet} from './harness.js';

test('the demo has findings in every place that a person may meet', async t => {
	const client = quiet();
	const read = async <T>(query: string, reader: (document: unknown) => T | undefined): Promise<readonly T[]> => {
		const rows = await allRows(client, query, 500);
		return rows.map(row => reader(row)).filter(item => item !== undefined);
	};

	const clusters = await read(queries.clusters.text, readCluster);
	const registries = await read(queries.registries.text, readRegistry);
	const findings = [...await read(queries.findings.text, readFinding), ...await read(queries.exemptFindings.text, readFinding)];
	const context = contextOf({now: noon});
	const postures = [...clusters.map(cluster => judgeCluster(cluster, context)), ...registries.map(registry => judgeRegistry(registry, context))];
	const subscriptions = new Set([...clusters, ...registries].map(({subscriptionId}) => subscriptionId)).values().toArray();
	const view = mergeFindings({
		findings, postures: new Map(postures.map(posture => [posture.key, posture])), listing: listingOf(postures.map(({key}) => key), subscriptions, noon), now: noon,
	});
	const places = Map.groupBy(findings, finding => relationOf(view, finding).place);
	const amounts = Object.fromEntries(places.entries().map(([place, found]) => [place, found.length]));
	t.log(amounts);
	for (const place of ['own', 'check', 'fixed', 'gone', 'exempt'] as const) {
		t.true((amounts[place] ?? 0) > 1, `there are some that are ${place}`);
	}

	t.is(view.open, 300 - amounts.gone!);
	t.true(view.standalone.length > 200, 'images and alerts stand by themselves');
});
