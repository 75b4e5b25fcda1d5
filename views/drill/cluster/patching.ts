import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown} from '../../../source/model/known.js';
import {patchingOfCluster} from '../../patching/patching-of-cluster.js';
import {patchStateSection} from '../patching/cluster-section.js';
import {patchingSection} from '../patching/pool-section.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {upgradeSection} from './cluster-sections.js';
import {poolsOf} from './pools-of.js';

const gapSection = ({nodePools}: Cluster): Section => ({
	title: 'Node pools',
	rows: [{value: isUnknown(nodePools) ? unknownLine(nodePools) : words('Azure lists no node pool here.', 'dim')}],
});

/**
How each pool of a cluster is patched.
*/
export const patching: Tab<Cluster> = {
	id: 'patching',
	title: 'Patching',
	type: 'lines',
	lines({resource, snapshot, now, width, theme}) {
		const state = patchingOfCluster(resource, snapshot, now);
		const sections = poolsOf(resource, snapshot).map(pool => patchingSection({
			pool, supportPlan: resource.supportPlan, snapshot, now, patching: state.pools.find(candidate => candidate.pool === pool),
		}));
		return drawSheet([patchStateSection(state, snapshot, now), upgradeSection(resource), ...(sections.length === 0 ? [gapSection(resource)] : sections)], width, theme);
	},
};
