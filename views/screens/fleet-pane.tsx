import {memo} from 'react';
import type {Resource} from '../../source/model/resource.js';
import type {Action} from '../keymap.js';
import {tableIdOf} from '../navigation.js';
import {paneEmpty, paneRetry, paneStatus} from '../panes/pane-status.js';
import type {PaneDefinition} from '../panes/pane.js';
import {useTools} from '../tools.js';
import {useFleetStore, useSnapshot} from '../use-fleet.js';
import TablePane from './table-pane.js';

/**
One pane of the fleet, in the overview or on the whole screen.
*/
const FleetPane = memo(({pane, number, width, height, now, isFocused, onOpen, onAction}: {
	readonly pane: PaneDefinition;
	readonly number: number;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly isFocused: boolean;
	readonly onOpen: (resource: Resource) => void;
	readonly onAction: (action: Action) => boolean;
}) => {
	const store = useFleetStore();
	const snapshot = useSnapshot();
	const {theme} = useTools();
	return (
		<TablePane
			isFocused={isFocused}
			id={tableIdOf({view: 'pane', pane: pane.id})}
			rows={pane.rows(snapshot)}
			columns={pane.columns}
			defaultSort={pane.defaultSort}
			empty={paneEmpty(pane, snapshot, now)}
			width={width}
			height={height}
			now={now}
			title={[
				{text: `${number} `, tone: isFocused ? 'accent' : 'dim', bold: isFocused},
				{text: pane.title, tone: isFocused ? 'accent' : 'plain', bold: isFocused},
			]}
			status={paneStatus(snapshot.sources[pane.source], now, theme)}
			note={paneRetry(snapshot.sources[pane.source], now)}
			total={pane.total?.(snapshot)}
			onOpen={onOpen}
			onAction={onAction}
			onNearEnd={pane.id === 'findings' ? store.readMoreFindings : undefined}
		/>
	);
});

export default FleetPane;
