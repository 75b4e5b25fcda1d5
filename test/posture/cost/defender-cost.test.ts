import test from 'ava';
import {builtInPrices} from '../../../source/data/prices.js';
import {unknown} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {coresOfCluster} from '../../../source/posture/cost/cores-of-cluster.js';
import {defenderCost} from '../../../source/posture/cost/defender-cost.js';
import {coresOf} from '../../../source/posture/cost/vm-cores.js';
import {clusterOf, poolOf} from '../../support/posture.js';

test('the name of a size tells its processors, and those of before stand in a table', t => {
	const sizes: ReadonlyArray<readonly [string, number | undefined]> = [
		['Standard_D4s_v5', 4],
		['standard_d96ads_v6', 96],
		['Standard_E16-4s_v5', 4],
		['Standard_B2ms', 2],
		['Standard_B1ls', 1],
		['Standard_F8s_v2', 8],
		['Standard_NC24ads_A100_v4', 24],
		['Standard_HB120rs_v3', 120],
		['Standard_M128-32ms', 32],
		['Standard_DS2_v2', 2],
		['Standard_DS3_v2', 4],
		['Standard_D13_v2', 8],
		['Standard_D2_v3', 2],
		['Standard_A4', 8],
		['Standard_A4_v2', 4],
		['Standard_A2m_v2', 2],
		['Standard_GS5', 32],
		['Standard_L8s_v3', 8],
		['Standard_DC4as_cc_v5', 4],
		['Standard_D', undefined],
		['Standard_D0', undefined],
		['huge', undefined],
		['', undefined],
	];
	for (const [size, cores] of sizes) {
		t.is(coresOf(size), cores, size);
	}
});

const pool = (changes: Partial<NodePool>): NodePool => ({
	...poolOf('managed-cluster-weak-composed', 0), vmSize: 'Standard_D4s_v5', count: 3, autoScaling: false, ...changes,
});

const cluster = (...nodePools: readonly NodePool[]) => ({...clusterOf('managed-cluster-weak-composed'), nodePools});

test('a cluster has the processors of its pools, as a range where they scale', t => {
	const scaled = pool({
		vmSize: 'Standard_D8s_v5', count: 2, autoScaling: true, minCount: 1, maxCount: 5,
	});
	const two = cluster(pool({}), scaled);
	t.deepEqual(coresOfCluster(two), {
		least: 20, now: 28, most: 52, gaps: [],
	});
	const noNumber = unknown('malformed', 'no number');
	const [plain, quantum, uncounted] = [pool({}), pool({name: 'odd', vmSize: 'Standard_Quantum'}), pool({name: 'uncounted', count: noNumber})];
	const odd = cluster(plain, quantum, uncounted);
	const hidden = coresOfCluster(odd);
	t.like(hidden, {now: 12, gaps: {length: 2}});
	t.regex(hidden.gaps.join(' '), /Standard_Quantum .+ is not known.+uncounted has was not told/v);
	t.regex(coresOfCluster({...cluster(), nodePools: unknown('denied', 'no right')}).gaps[0]!, /node pools of .+ were not read/v);
});

test('processors times the price is an estimate; without a price there is none', t => {
	const one = cluster(pool({}));
	const cost = defenderCost([one], builtInPrices);
	t.like(cost, {clusters: 1, currency: 'EUR', scans: 240});
	t.is(cost.amount?.now.toFixed(4), '74.2464');
	t.is(defenderCost([one], {...builtInPrices, defender: undefined}).amount, undefined);
});
