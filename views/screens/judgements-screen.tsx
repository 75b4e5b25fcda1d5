import {useMemo} from 'react';
import {checkById} from '../../source/posture/checks/index.js';
import {standingOf} from '../../source/posture/standing.js';
import {fixOf} from '../fixes.js';
import {
	checkJudgementColumns,
	checkJudgementSort,
	judgementColumns,
	judgementSort,
} from '../judgements/columns.js';
import {judgedLists} from '../judgements/judged-lists.js';
import {judgementsOf, judgementsOfCheck, type Judgement} from '../judgements/judgement.js';
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

const isWrongJudgement = ({verdict}: Judgement): boolean => ['fail', 'unknown'].includes(standingOf(verdict));

/**
The rows that a number of the header counts, one for each; or, with `check`, how that check stands on every resource.
*/
export default function JudgementsScreen({show, check, width, height, now, onOpen, onAction}: {
	readonly show: JudgementFilter | 'all';
	readonly check?: string;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly onOpen: (judgement: Judgement) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const rows = useMemo(
		() => (show === 'all' ? judgementsOfCheck(snapshot, check ?? '') : judgementsOf(snapshot, show)),
		// Made anew only when something that it lists has changed.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[...judgedLists(snapshot), snapshot.posture, show, check],
	);
	const isOfCheck = show === 'all';
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'judgements', show, ...(check !== undefined && {check})})}
			rows={rows}
			columns={isOfCheck ? checkJudgementColumns : judgementColumns}
			defaultSort={isOfCheck ? checkJudgementSort : judgementSort}
			empty={isOfCheck ? 'No resource of this kind was judged yet.' : (show === 'unknown' ? 'Every check could be decided.' : `No check of severity ${show} fails.`)}
			width={width}
			height={height}
			now={now}
			title={isOfCheck
				? [{text: 'Check: ', tone: 'dim'}, {text: checkById.get(check ?? '')?.title ?? check ?? '', tone: 'accent', bold: true}]
				: [{text: titles[show], tone: show, bold: true}]}
			isWrong={isWrongJudgement}
			verdictOf={(row: Judgement) => ({resource: row.resource, checkId: row.verdict.checkId})}
			fixOf={(row: Judgement) => (row.verdict.outcome.status === 'fail' ? fixOf(row.resource, row.verdict.checkId) : undefined)}
			onOpen={onOpen}
			onAction={onAction}
		/>
	);
}
