import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {Image} from '../../../source/model/image.js';
import {clusterColumns} from '../../columns/clusters.js';
import {createMemo} from '../../../source/fleet/relations/memo.js';
import type {Tab} from '../tab.js';

const rowsOf = createMemo((clusters: Snapshot['clusters'], runsIn: Image['runsIn']): readonly Cluster[] => {
	const keys = new Set(runsIn);
	return clusters.filter(({key}) => keys.has(key));
});

/**
The clusters that run the image now.
*/
export const clusters: Tab<Image> = {
	id: 'clusters',
	title: 'Runs in',
	type: 'table',
	count: ({resource}) => resource.runsIn.length,
	rows: ({resource, snapshot}) => rowsOf(snapshot.clusters, resource.runsIn),
	columns: clusterColumns,
	empty: ({resource: {runsElsewhere}}) => (runsElsewhere ? `It runs in no cluster as far as that shows. ${runsElsewhere.reason}` : 'It runs in no cluster: every cluster shows what it runs.'),
};
