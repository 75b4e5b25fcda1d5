import {useMemo} from 'react';
import type {WorklistEntry} from '../../source/posture/worklist/entry.js';
import {groupIdOf, groupWorklist, type WorklistGroup} from '../../source/posture/worklist/groups.js';
import {fixOf} from '../fixes.js';
import type {Action} from '../keymap.js';
import {
	tableIdOf,
	type NavigationAction,
	type Place,
	type WorklistGrouping,
} from '../navigation.js';
import {placeOfEntry} from '../places.js';
import type {Line} from '../theme.js';
import {useSnapshot} from '../use-fleet.js';
import {entryColumns, entrySort, groupColumns} from '../worklist/columns.js';
import {useWorklist} from '../worklist/use-worklist.js';
import {plural} from '../../source/model/plural.js';
import TablePane from './table-pane.js';

type WorklistPlace = Extract<Place, {readonly view: 'worklist'}>;

const nextGrouping: Readonly<Record<WorklistGrouping, WorklistGrouping>> = {flat: 'check', check: 'resource', resource: 'flat'};

const groupingWords: Readonly<Record<WorklistGrouping, string>> = {flat: '', check: ' by check', resource: ' by resource'};

const columnsOf = {check: groupColumns('check'), resource: groupColumns('resource')} as const;

const isGroup = (row: WorklistEntry | WorklistGroup): row is WorklistGroup => 'group' in row;

const groupingOf = (only: string, entries: readonly WorklistEntry[]): 'check' | 'resource' =>
	entries.some(entry => groupIdOf(entry, 'check') === only) ? 'check' : 'resource';

const tally = (entries: readonly WorklistEntry[]): string => {
	const counts = {
		check: 0, finding: 0, decision: 0, exemption: 0,
	};
	for (const {source} of entries) {
		counts[source]++;
	}

	return [
		plural(counts.check, 'failed check'),
		...(counts.finding > 0 ? [`${counts.finding} of Defender`] : []),
		...(counts.decision > 0 ? [`${counts.decision} of decisions`] : []),
		...(counts.exemption > 0 ? [`${counts.exemption} of exemptions`] : []),
	].join(' + ');
};

const nothing: readonly WorklistEntry[] = [];

/**
What to mend first: every failed check, open finding, decision and exemption that ends, ranked; flat, or in groups whose count opens
exactly the lines that it counts.
*/
export default function WorklistScreen({place, width, height, now, navigate, onAction}: {
	readonly place: WorklistPlace;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const ranked = useWorklist(snapshot);
	const {by, only} = place;
	const all = ranked ?? nothing;
	const entries = useMemo(() => {
		if (only === undefined) {
			return all;
		}

		const grouping = groupingOf(only, all);
		return all.filter(entry => groupIdOf(entry, grouping) === only);
	}, [all, only]);
	const groups = useMemo(() => (by === 'flat' ? undefined : groupWorklist(entries, by)), [entries, by]);
	const total = useMemo(() => tally(entries), [entries]);
	const onlyTitle = only === undefined ? undefined : (entries[0] && (groupingOf(only, entries) === 'check' ? entries[0].title : entries[0].resourceName)) ?? only;
	const title: Line = [
		{text: '6 ', tone: 'accent', bold: true},
		{text: `Worklist${groupingWords[by]}`, tone: 'accent', bold: true},
		...(onlyTitle === undefined ? [] : [{text: `: ${onlyTitle}`, bold: true}]),
	];
	const linesOf = (row: WorklistEntry | WorklistGroup): readonly WorklistEntry[] =>
		isGroup(row) ? entries.filter(entry => groupIdOf(entry, row.by) === row.group) : [row];
	return (
		<TablePane
			isFocused
			id={tableIdOf(place)}
			rows={groups ?? entries}
			columns={by === 'flat' ? entryColumns : columnsOf[by]}
			defaultSort={entrySort}
			empty={ranked ? 'Nothing fails that could be judged: nothing to mend.' : 'Being ranked.'}
			width={width}
			height={height}
			now={now}
			title={title}
			status={[{text: total, tone: 'dim'}]}
			isWrong={() => true}
			fixablesOf={(row: WorklistEntry | WorklistGroup) => linesOf(row).flatMap(({resource, verdict}) => (resource && verdict ? [{resource, verdict}] : []))}
			verdictOf={(row: WorklistEntry | WorklistGroup) => {
				const [entry] = linesOf(row);
				return entry?.verdict && entry.resource && {resource: entry.resource, checkId: entry.verdict.checkId};
			}}
			fixOf={(row: WorklistEntry | WorklistGroup) => (isGroup(row) || !row.verdict || !row.resource ? undefined : fixOf(row.resource, row.verdict.checkId))}
			onOpen={(row: WorklistEntry | WorklistGroup) => {
				const to = isGroup(row) ? {view: 'worklist', by: 'flat', only: row.group} as const : placeOfEntry(row);
				if (to) {
					navigate({type: 'open', place: to});
				}
			}}
			onAction={action => {
				if (action === 'group') {
					// Inside a group the lines stand flat: `b` leaves it for all.
					navigate({type: 'replace', place: {view: 'worklist', by: nextGrouping[by]}});
					return true;
				}

				return onAction(action);
			}}
		/>
	);
}
