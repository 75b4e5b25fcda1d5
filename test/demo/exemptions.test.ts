import test from 'ava';
import {queries} from '../../source/azure/queries.js';
import {readCluster} from '../../source/azure/read/cluster.js';
import {readPolicyRecord} from '../../source/azure/read/policy-record.js';
import {readRegistry} from '../../source/azure/read/registry.js';
import {exemptionRows} from '../../source/decisions/exemption-rows.js';
import {judgeCluster, judgeRegistry} from '../../source/posture/judge-resource.js';
import {joinPolicyExemptions} from '../../source/posture/policy/policy-exemptions.js';
import {contextOf} from '../support/posture.js';
import {allRows, noon, quiet} from './harness.js';

const read = async <T>(query: string, reader: (document: unknown) => T | undefined, seed = 1): Promise<readonly T[]> => {
	const rows = await allRows(quiet({seed}), query, 500);
	return rows.map(row => reader(row)).filter(item => item !== undefined);
};

for (const seed of [1, 7]) {
	test(`the demo has exemptions that accept, one that ends soon, and one that is over, with seed ${seed}`, async t => {
		const records = await read(queries.policyExemptions.text, readPolicyRecord, seed);
		const {accepted, lapsed, inForce} = joinPolicyExemptions(records, noon);
		t.is(accepted.size, 2);
		t.is(lapsed.size, 1);
		const rows = exemptionRows(inForce, noon);
		t.deepEqual(rows.map(({name}) => name), ['break-glass-accounts']);
		t.regex(rows[0]!.text, /ends in 9 d/v);

		const clusters = await read(queries.clusters.text, readCluster, seed);
		const registries = await read(queries.registries.text, readRegistry, seed);
		const context = contextOf({now: noon});
		const postures = [...clusters.map(cluster => judgeCluster(cluster, context)), ...registries.map(registry => judgeRegistry(registry, context))];
		const failed = new Set(postures.flatMap(({key, verdicts}) => verdicts.filter(({outcome}) => outcome.status === 'fail').map(({checkId}) => `${key}#${checkId}`)));
		t.deepEqual([...accepted.keys(), ...lapsed].filter(key => !failed.has(key)), [], 'all of it fails, and would count');
	});
}

test('the demo has the same exemptions with the same seed', async t => {
	const first = await read(queries.policyExemptions.text, readPolicyRecord);
	t.deepEqual(await read(queries.policyExemptions.text, readPolicyRecord), first);
	t.notDeepEqual(await read(queries.policyExemptions.text, readPolicyRecord, 2), first);
});
