import {useMemo} from 'react';
import {changeColumns, changeSort} from '../changes/columns.js';
import {changeRows, type ChangeRow} from '../changes/change-row.js';
import {scoreLine} from '../changes/score-line.js';
import {
	spanIds,
	spans,
	stepSpan,
	type SpanId,
} from '../changes/spans.js';
import {fixOf} from '../fixes.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction} from '../navigation.js';
import {clockTime} from '../parts/header/clock-time.js';
import {placeOf} from '../places.js';
import type {Line} from '../theme.js';
import {useTools} from '../tools.js';
import {useSnapshot} from '../use-fleet.js';
import {localDay} from '../parts/text/local-day.js';
import TablePane from './table-pane.js';

const empty: Readonly<Record<SpanId, string>> = {
	poll: 'The last poll brought nothing new. b looks further back.',
	start: 'Nothing has changed since the start. b looks further back.',
	session: 'Nothing has changed since the last session. b looks at this one.',
};

const turning: ReadonlySet<Action> = new Set(['group', 'next-pane', 'previous-pane']);

const noSession = 'No earlier session is remembered; the next one will know of this. b looks at this one.';

/**
What is new, fixed and reopened, and why the score moved: since the last poll, the start, the last session.
*/
export default function ChangesScreen({since, width, height, now, navigate, onAction}: {
	readonly since: SpanId;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const snapshot = useSnapshot();
	const {changes, posture} = snapshot;
	const list = spans[since].rows(changes);
	const {clusters, nodePools, registries} = snapshot;
	// Made anew only when something that it lists has changed.
	// eslint-disable-next-line react-hooks/exhaustive-deps
	const rows = useMemo(() => changeRows(list, snapshot), [list, clusters, nodePools, registries]);
	const gap = ` ${theme.glyphs.separator} `;
	const title: Line = [
		{text: 'Changes since ', tone: 'accent', bold: true},
		...spanIds.flatMap((id, index) => [
			...(index === 0 ? [] : [{text: gap, tone: 'dim'} as const]),
			{text: id === since ? `[${spans[id].title}]` : spans[id].title, tone: id === since ? 'accent' : 'dim', bold: id === since} as const,
		]),
	];
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'changes', since})}
			rows={rows}
			columns={changeColumns}
			defaultSort={changeSort}
			empty={since === 'session' && changes.lastSessionEnd === undefined ? noSession : empty[since]}
			width={width}
			height={height}
			now={now}
			title={title}
			top={scoreLine(changes, since, posture.score)}
			status={since === 'session' && changes.lastSessionEnd !== undefined
				? [{text: `the last session ended ${localDay(changes.lastSessionEnd)} ${clockTime(changes.lastSessionEnd)}`, tone: 'dim'}]
				: []}
			fixOf={({resource, change}: ChangeRow) => resource && change.checkId !== undefined ? fixOf(resource, change.checkId) : undefined}
			onOpen={({resource, change}: ChangeRow) => {
				const place = resource && placeOf(resource, change.checkId === undefined ? undefined : 'posture', change.checkId);
				if (place) {
					navigate({type: 'open', place});
				}
			}}
			onAction={action => {
				if (turning.has(action)) {
					navigate({type: 'replace', place: {view: 'changes', since: stepSpan(since, action === 'previous-pane' ? -1 : 1)}});
					return true;
				}

				return onAction(action);
			}}
		/>
	);
}
