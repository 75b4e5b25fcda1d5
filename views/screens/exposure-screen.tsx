import {useMemo} from 'react';
import type {ClusterService} from '../../source/model/cluster-service.js';
import type {GroupedServices} from '../../source/posture/exposure/group-services.js';
import {fixablesOf} from '../actions/fixables.js';
import type {CellContext} from '../columns/column.js';
import {isWrong} from '../columns/posture-columns.js';
import {serviceColumns, serviceSort} from '../columns/services.js';
import {nothingLookedInto, notLookedWords} from '../drill/inside/look-words.js';
import {groupColumns, groupSort} from '../exposure/group-columns.js';
import {
	groupRows,
	groupTitle,
	isGroupRow,
	type GroupRow,
} from '../exposure/group-rows.js';
import {reachOrder, reachWords} from '../exposure/reach-words.js';
import {useGroupedServices} from '../exposure/use-grouped-services.js';
import type {Action} from '../keymap.js';
import {
	tableIdOf,
	type ExposureGrouping,
	type NavigationAction,
	type Place,
} from '../navigation.js';
import {placeOf} from '../places.js';
import type {Line} from '../theme.js';
import {useSnapshot} from '../use-fleet.js';
import {useWatchedInsides} from '../use-watched-insides.js';
import TablePane from './table-pane.js';

type ExposurePlace = Extract<Place, {readonly view: 'exposure'}>;

const nextGrouping: Readonly<Record<ExposureGrouping, ExposureGrouping>> = {flat: 'who', who: 'cluster', cluster: 'flat'};

const groupingWords: Readonly<Record<ExposureGrouping, string>> = {flat: '', who: ' by who can reach it', cluster: ' by cluster'};

const nothing: readonly never[] = [];

const legend = (grouped: GroupedServices | undefined): Line => reachOrder
	.map(who => [who, grouped?.counts.get(who) ?? 0] as const)
	.filter(([, count]) => count > 0)
	.flatMap(([who, count], index) => [
		{text: `${index === 0 ? '' : '  '}${reachWords[who].word} `, tone: reachWords[who].tone},
		{text: String(count), bold: true},
	] as const);

const isWrongRow = (row: ClusterService | GroupRow, context: CellContext): boolean =>
	(isGroupRow(row) ? row.group.troubled > 0 || row.group.services.some(service => isWrong(service, context)) : isWrong(row, context));

/**
Every Service of the fleet by who can reach it, the widest first: flat, or in groups whose count opens exactly the Services that it counts.
The sums stand below.
*/
export default function ExposureScreen({place, width, height, now, navigate, onAction}: {
	readonly place: ExposurePlace;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	useWatchedInsides();
	const grouped = useGroupedServices(snapshot);
	const {by, only} = place;
	const group = only === undefined ? undefined : grouped?.byWho.get(only) ?? grouped?.byCluster.get(only);
	const services = only === undefined ? snapshot.services : group?.services ?? nothing;
	const {clusters} = snapshot;
	const groups = useMemo(() => {
		const all = by === 'who' ? grouped?.byWho : grouped?.byCluster;
		return by === 'flat' ? undefined : groupRows(all?.values() ?? nothing, snapshot);
		// eslint-disable-next-line react-hooks/exhaustive-deps -- names and places are the clusters'
	}, [by, grouped, clusters]);
	const missing = notLookedWords(snapshot);
	return (
		<TablePane
			isFocused
			id={tableIdOf(place)}
			rows={groups ?? services}
			columns={by === 'flat' ? serviceColumns : groupColumns[by]}
			defaultSort={by === 'flat' ? serviceSort : groupSort}
			empty={grouped ? (only === undefined ? nothingLookedInto(snapshot, 'Services') : 'No Service is left in this group; esc goes back.') : 'Being worked out.'}
			width={width}
			height={height}
			now={now}
			title={[
				{text: `Exposure${groupingWords[by]}`, tone: 'accent', bold: true},
				...(only === undefined ? [] : [{text: `: ${groupTitle(snapshot, only)}`, bold: true}]),
			]}
			status={legend(grouped)}
			note={missing === '' ? [] : [{text: missing, tone: 'unknown'}]}
			isWrong={isWrongRow}
			fixablesOf={(row: ClusterService | GroupRow) => (isGroupRow(row) ? row.group.services : [row]).flatMap(service => fixablesOf(service, snapshot))}
			onOpen={(row: ClusterService | GroupRow) => {
				const to: Place | undefined = isGroupRow(row) ? {view: 'exposure', by: 'flat', only: row.group.id} : placeOf(row);
				if (to) {
					navigate({type: 'open', place: to});
				}
			}}
			onAction={action => {
				if (action === 'group') {
					// Inside a group the Services stand flat: `b` leaves it for all.
					navigate({type: 'replace', place: {view: 'exposure', by: nextGrouping[by]}});
					return true;
				}

				return onAction(action);
			}}
		/>
	);
}
