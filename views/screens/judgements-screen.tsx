import {useMemo} from 'react';
import {fixOf} from '../fixes.js';
import {judgementColumns, judgementSort} from '../judgements/columns.js';
import {judgementsOf, type Judgement} from '../judgements/judgement.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type JudgementFilter} from '../navigation.js';
import {useSnapshot} from '../use-fleet.js';
import TablePane from './table-pane.js';

const titles: Readonly<Record<JudgementFilter, string>> = {
	critical: 'Failed checks: critical',
	high: 'Failed checks: high',
	medium: 'Failed checks: medium',
	low: 'Failed checks: low',
	info: 'Failed checks: info',
	unknown: 'Checks that could not be decided',
};

/**
The rows that a number of the header counts, one for each.
*/
export default function JudgementsScreen({show, width, height, now, onOpen, onAction}: {
	readonly show: JudgementFilter;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly onOpen: (judgement: Judgement) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const {clusters, nodePools, registries, posture} = snapshot;
	// Made anew only when something that it lists has changed.
	// eslint-disable-next-line react-hooks/exhaustive-deps
	const rows = useMemo(() => judgementsOf(snapshot, show), [clusters, nodePools, registries, posture, show]);
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'judgements', show})}
			rows={rows}
			columns={judgementColumns}
			defaultSort={judgementSort}
			empty={show === 'unknown' ? 'Every check could be decided.' : `No check of severity ${show} fails.`}
			width={width}
			height={height}
			now={now}
			title={[{text: titles[show], tone: show, bold: true}]}
			fixOf={(row: Judgement) => fixOf(row.resource, row.verdict.checkId)}
			onOpen={onOpen}
			onAction={onAction}
		/>
	);
}
