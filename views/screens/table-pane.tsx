import {
	createContext,
	useContext,
	useEffect,
	useMemo,
} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {Fixable} from '../../source/report/fix-script/fixable.js';
import {fixablesOf as fixablesOfRow} from '../actions/fixables.js';
import type {CellContext, Column} from '../columns/column.js';
import {isWrong as isResourceWrong} from '../columns/posture-columns.js';
import {worstFailureOf, worstFixOf} from '../fixes.js';
import {useFocusedView} from '../focus.js';
import type {Action} from '../keymap.js';
import {wrapLine} from '../parts/document/wrap-line.js';
import Block from '../parts/frame/block.js';
import {frameLines} from '../parts/frame/frame.js';
import type {TableCommand} from '../parts/table/actions.js';
import {positionHint} from '../parts/table/position-hint.js';
import {saveTable, type SavedTable, type Sort} from '../parts/table/state.js';
import {useTableLines} from '../parts/table/use-table-lines.js';
import {useTable} from '../parts/table/use-table.js';
import {fit} from '../parts/text/fit.js';
import type {Line, Segment} from '../theme.js';
import {useTools} from '../tools.js';
import {useSnapshot} from '../use-fleet.js';
import type {VerdictOf} from '../verdict-of.js';
import {usePinnedFilter} from './use-pinned-filter.js';

/**
Where the tables of all places keep cursor, sort, filter and scroll.
*/
export const TableMemoryContext = createContext<Map<string, SavedTable>>(new Map());

const tableCommands: Readonly<Partial<Record<Action, TableCommand>>> = {
	'move-up': {type: 'move-by', by: -1},
	'move-down': {type: 'move-by', by: 1},
	'move-top': {type: 'move-to-top'},
	'move-bottom': {type: 'move-to-bottom'},
	'page-up': {type: 'page', by: -1},
	'page-down': {type: 'page', by: 1},
	'half-page-up': {type: 'half-page', by: -1},
	'half-page-down': {type: 'half-page', by: 1},
	'sort-previous': {type: 'sort-by-previous'},
	'sort-next': {type: 'sort-by-next'},
	'sort-order': {type: 'turn-sort-order'},
	'scroll-left': {type: 'scroll-columns', by: -1},
	'scroll-right': {type: 'scroll-columns', by: 1},
	wide: {type: 'toggle-wide'},
	'only-wrong': {type: 'toggle-only-wrong'},
	mark: {type: 'toggle-mark'},
	'mark-range': {type: 'mark-range'},
	'clear-marks': {type: 'clear-marks'},
};

export type TablePaneProps = {
	/**
	Of the place, so that cursor, sort and filter are found again.
	*/
	readonly id: string;
	readonly rows: readonly Resource[];
	readonly columns: ReadonlyArray<Column<any>>;
	readonly defaultSort: Sort;
	/**
	What stands there when there are no rows at all.
	*/
	readonly empty: string;
	readonly width: number;
	readonly height: number;
	/**
	Milliseconds since 1970, moving in steps.
	*/
	readonly now: number;
	readonly isFocused: boolean;
	readonly title: Line;
	/**
	A line that stays above the table: the tabs of a drill.
	*/
	readonly top?: Line;
	/**
	How old the rows are, why they could not be read.
	*/
	readonly status?: Line;
	/**
	What is worth more room than the end of `status`: when they are asked for again.
	*/
	readonly note?: Line;
	/**
	How many rows there are in Azure, where not all were read.
	*/
	readonly total?: number;
	readonly onOpen: (row: any) => void;
	/**
	What the place does with an action that means nothing to a table.
	*/
	readonly onAction?: (action: Action) => boolean;
	/**
	Called when the cursor comes near the last row that was read.
	*/
	readonly onNearEnd?: () => void;
	/**
	The command that fixes a row; the worst failed check's unless given.
	*/
	readonly fixOf?: (row: any) => string | undefined;
	/**
	What 'only what is wrong' leaves; resources on which a check fails or is unknown unless given.
	*/
	readonly isWrong?: (row: any, context: CellContext) => boolean;
	/**
	The verdict that a row stands for; the worst failure of its resource unless given.
	*/
	readonly verdictOf?: (row: any) => VerdictOf | undefined;
	/**
	The failures that a row stands for, for a script of fixes; its own verdict or all of its resource unless given.
	*/
	readonly fixablesOf?: (row: any, snapshot: Snapshot) => readonly Fixable[];
};

const filterTitle = (filter: string, isPinned: boolean, isOnlyWrong: boolean): Segment[] => [
	...(isOnlyWrong ? [{text: ' '}, {text: 'wrong only', tone: 'medium', bold: true} as const] : []),
	...(filter === '' ? [] : [{text: ' '}, {text: `${isPinned ? 'pinned ' : ''}/${filter}`, tone: 'match'} as const]),
];

/**
A table in a frame: title, filter and number of rows above, age and errors below.
*/
export default function TablePane(props: TablePaneProps) {
	const {
		id, rows, columns, defaultSort, empty, width, height, now, isFocused, title, top, status = [], note = [], total, onOpen, onAction, onNearEnd, fixOf, fixablesOf = fixablesOfRow, isWrong = isResourceWrong, verdictOf,
	} = props;
	const tools = useTools();
	const {theme} = tools;
	const snapshot = useSnapshot();
	const memory = useContext(TableMemoryContext);
	const innerWidth = Math.max(1, width - 2);
	const innerHeight = Math.max(2, height - 2 - (top ? 1 : 0));
	const context = useMemo(() => ({snapshot, now}), [snapshot, now]);
	const {state, dispatch, view} = useTable<Resource>({
		id, memory, rows, columns, context, defaultSort, width: innerWidth, height: innerHeight, isWrong, now: tools.now,
	});

	const setFilter = (text: string): void => {
		dispatch({type: 'set-filter', text});
	};

	const isPinned = usePinnedFilter({
		id, filter: state.filter, isFocused, setFilter,
	});

	const isNearEnd = view.count > 0 && view.cursorIndex >= view.count - innerHeight;
	const wantsMore = total !== undefined && total > rows.length && (isNearEnd || state.filter !== '');
	useEffect(() => {
		if (wantsMore) {
			onNearEnd?.();
		}
	}, [wantsMore, rows.length, onNearEnd]);

	useFocusedView(isFocused, {
		context: 'table',
		onAction(action) {
			const command = tableCommands[action];
			if (command) {
				dispatch(command);
				return true;
			}

			if (action === 'open') {
				if (view.selected) {
					dispatch({type: 'hold-cursor'});
					// The table is taken away before it could keep this itself.
					memory.set(id, {...saveTable(state), cursorKey: view.selected.key});
					onOpen(view.selected);
				}

				return true;
			}

			return onAction?.(action) ?? false;
		},
		filter: {
			text: state.filter,
			set: setFilter,
		},
		selected: () => view.selected,
		marked: () => view.marked,
		toFix: () => ({
			marked: view.marked.flatMap(row => fixablesOf(row, snapshot)),
			selected: view.selected ? fixablesOf(view.selected, snapshot) : [],
		}),
		verdict() {
			const row = view.selected;
			if (!row || verdictOf) {
				return row && verdictOf?.(row);
			}

			const worst = worstFailureOf(snapshot, row);
			return worst && {resource: row, checkId: worst.checkId};
		},
		fix: () => view.selected && (fixOf ? fixOf(view.selected) : worstFixOf(snapshot, view.selected)),
	});

	const emptyText = rows.length === 0 ? empty : (view.isAwaited ? 'Being sorted.' : `Nothing matches${state.filter === '' ? '' : ` ${state.filter}`}; esc clears the filter.`);
	const drawn = useTableLines({
		view, theme, isFocused, empty: wrapLine([{text: emptyText, tone: 'dim'}], innerWidth - 2),
	});
	const blank = ' '.repeat(innerWidth);
	const lines = [
		...(top ? [fit(top, innerWidth, theme)] : []),
		...Array.from({length: innerHeight}, (_, index) => drawn[index] ?? blank),
	];
	const {filterError} = view;
	const text = frameLines({
		lines,
		width,
		isFocused,
		title: [...title, ...filterTitle(state.filter, isPinned, state.isOnlyWrong)],
		corner: [{text: positionHint(view.cursorIndex, view.count, total ?? view.total), tone: isFocused ? 'plain' : 'dim'}],
		status: filterError ? [{text: filterError.error, tone: 'high'}] : status,
		position: filterError ? [] : note,
		theme,
	}).join('\n');
	return <Block text={text}/>;
}
