import {useMemo} from 'react';
import {tallyChecks} from '../../source/posture/check-tally.js';
import {checkRows, type CheckRow} from '../checks-view/check-row.js';
import {checkColumns, checkSort} from '../checks-view/columns.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction} from '../navigation.js';
import {useDerivation} from '../use-derivation.js';
import {useSnapshot} from '../use-fleet.js';
import TablePane from './table-pane.js';

const noFailures = (): undefined => undefined;

/**
Every check of the catalogue and how it stands over the fleet; Enter opens on which resources.
*/
export default function ChecksScreen({width, height, now, navigate, onAction}: {
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const {posture} = useSnapshot();
	const tallies = useDerivation('checks', () => tallyChecks, posture);
	const rows = useMemo(() => checkRows(tallies), [tallies]);
	const sum = (standing: 'fail' | 'unknown'): number => rows.reduce((total, {tally}) => total + tally[standing], 0);
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'checks'})}
			rows={rows}
			columns={checkColumns}
			defaultSort={checkSort}
			empty=''
			width={width}
			height={height}
			now={now}
			title={[{text: 'Checks', tone: 'accent', bold: true}]}
			status={[{text: `${sum('fail')} failed + ${sum('unknown')} unknown`, tone: 'dim'}]}
			isWrong={({tally}: CheckRow) => tally.fail + tally.unknown > 0}
			verdictOf={noFailures}
			fixOf={noFailures}
			onOpen={({check}: CheckRow) => {
				navigate({type: 'open', place: {view: 'judgements', show: 'all', check: check.id}});
			}}
			onAction={onAction}
		/>
	);
}
