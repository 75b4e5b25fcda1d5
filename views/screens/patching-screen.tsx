import {useMemo} from 'react';
import {
	addCounts,
	countedNodes,
	patchStates,
	type PatchCounts,
} from '../../source/posture/patching/patch-state.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction, type Place} from '../navigation.js';
import {clusterPatchingColumns, patchingSort} from '../patching/cluster-columns.js';
import {
	clusterRow,
	poolRows,
	type ClusterRow,
	type PoolRow,
} from '../patching/patching-row.js';
import {poolPatchingColumns} from '../patching/pool-columns.js';
import {stateWords} from '../patching/state-words.js';
import {usePatching} from '../patching/use-patching.js';
import {notLookedWords} from '../drill/inside/look-words.js';
import {placeOf} from '../places.js';
import type {Line} from '../theme.js';
import {useSnapshot} from '../use-fleet.js';
import {useWatchedInsides} from '../use-watched-insides.js';
import {plural} from '../../source/model/plural.js';
import TablePane from './table-pane.js';

type PatchingPlace = Extract<Place, {readonly view: 'patching'}>;

/**
The sum of all rows, which is the legend of their bars too; where not every cluster was looked into, more may wait for a restart.
*/
const legend = (counts: PatchCounts, isWide: boolean, isPartial: boolean): Line => [
	...(isWide ? [{text: `${plural(countedNodes(counts), 'node')}  `, tone: 'dim'} as const] : []),
	...patchStates.flatMap((state, index) => {
		const {sign, tone, long, word} = stateWords[state];
		const more = isPartial && state === 'reboot-pending' ? '+?' : '';
		const text = isWide ? ` ${counts[state]}${more} ${long}` : ` ${word}`;
		return [{text: `${index === 0 ? '' : '  '}${sign}`, tone}, {text, tone: 'dim'} as const];
	}),
];

/**
From this width on the legend has room for the sums.
*/
const wideFrom = 110;

const lookNotes = {looked: '', 'not-looked': 'not looked into', failed: 'could not be read inside'} as const;

/**
A pool's nodes where there are any, else how the pool is patched; nodes of no pool stand among those of their cluster.
*/
const placeOfPool = (row: PoolRow, cluster: string): Place | undefined => (row.resource
	? placeOf(row.resource, (row.patching.nodes?.length ?? 0) > 0 ? 'nodes' : 'patching')
	: {
		view: 'drill', kind: 'cluster', key: cluster, tab: 'nodes',
	});

/**
How patched every cluster is, riskiest first; Enter opens the pools of one, and of these the nodes.
*/
export default function PatchingScreen({place, width, height, now, navigate, onAction}: {
	readonly place: PatchingPlace;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	useWatchedInsides();
	const patching = usePatching(snapshot, now);
	const open = place.cluster === undefined ? undefined : patching?.byCluster.get(place.cluster);
	const rows = useMemo(() => (place.cluster === undefined ? (patching?.clusters ?? []).map(cluster => clusterRow(cluster)) : (open ? poolRows(open) : [])), [place.cluster, patching, open]);
	const counts = useMemo(() => addCounts(rows.map(row => row.patching.counts)), [rows]);
	const missing = open ? lookNotes[open.look.state] : notLookedWords(snapshot);
	const openRow = (row: ClusterRow | PoolRow): void => {
		const to: Place | undefined = place.cluster === undefined ? {view: 'patching', cluster: row.key} : placeOfPool(row as PoolRow, place.cluster);
		if (to) {
			navigate({type: 'open', place: to});
		}
	};

	return (
		<TablePane
			isFocused
			id={tableIdOf(place)}
			rows={rows}
			columns={place.cluster === undefined ? clusterPatchingColumns : poolPatchingColumns}
			defaultSort={patchingSort}
			empty={patching ? (open ? open.because : 'No cluster was read.') : 'Being worked out.'}
			width={width}
			height={height}
			now={now}
			title={[{text: 'Patching', tone: 'accent', bold: true}, ...(open ? [{text: `: ${open.cluster.name}`, bold: true}] : [])]}
			status={legend(counts, width >= wideFrom, missing !== '')}
			note={missing === '' ? [] : [{text: missing, tone: 'unknown'}]}
			isWrong={(row: ClusterRow | PoolRow) => row.patching.counts.current < countedNodes(row.patching.counts)}
			onOpen={openRow}
			onAction={onAction}
		/>
	);
}
