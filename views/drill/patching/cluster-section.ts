import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {kuredOf, type ClusterPatching} from '../../../source/posture/patching/cluster-patching.js';
import {kuredLine} from '../../patching/kured-line.js';
import {windowLine} from '../../patching/window-words.js';
import {words} from '../../parts/sheet/fact-row.js';
import type {Section} from '../../parts/sheet/sheet.js';
import {whyNoRows} from '../inside/look-words.js';
import {countsLine} from './pool-rows.js';

/**
How patched a cluster is as a whole, when patches may come, who restarts nodes, and what a look inside would add.
*/
export const patchStateSection = ({cluster, counts, strays, look, window}: ClusterPatching, snapshot: Snapshot, now: number): Section => ({
	title: 'Nodes',
	rows: [
		{label: 'Patch state', value: countsLine(counts)},
		...(strays.length === 0 ? [] : [{label: 'Of no pool', value: words(String(strays.length), 'unknown')}]),
		{label: 'Window', value: windowLine(window, now)},
		{label: 'Kured', value: kuredLine(kuredOf(snapshot.insides.get(cluster.key)), now)},
		...(look.state === 'looked' ? [] : [{label: 'Look inside', value: words(whyNoRows(snapshot, cluster.key, 'nodes', 'nodes'), 'unknown')}]),
	],
});
