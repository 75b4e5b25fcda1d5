import {
	useCallback,
	useEffect,
	useMemo,
	useReducer,
	useRef,
	useState,
	useSyncExternalStore,
} from 'react';
import {createDerivation} from '../../../source/fleet/derivation.js';
import type {CellContext, Column} from '../../columns/column.js';
import {compileFilter, type CompiledFilter} from '../filter/compile-filter.js';
import type {FilterError} from '../filter/filter.js';
import type {Span} from '../filter/match-spans.js';
import {parseFilter} from '../filter/parse-filter.js';
import {createRowTexts, type RowTexts} from '../filter/row-texts.js';
import type {TableCommand} from './actions.js';
import {
	createDeriveSteps,
	type DeriveInput,
	type Derived,
	type Keyed,
} from './derive.js';
import {layoutTable, type TableLayout} from './layout.js';
import {isHeld, quietAfter, tableReducer} from './reducer.js';
import {
	createTable,
	restoreTable,
	saveTable,
	selectedKey,
	type SavedTable,
	type Sort,
	type TableState,
} from './state.js';
import {createDrawnContext, createSteadyContext} from './steady-context.js';

export type TableOptions<Row extends Keyed> = {
	/**
	Which table this is: another id brings back the state that was left under it.
	*/
	readonly id: string;
	/**
	Where states are kept from one visit to the next.
	*/
	readonly memory?: Map<string, SavedTable>;
	readonly rows: readonly Row[];
	readonly columns: ReadonlyArray<Column<Row>>;
	readonly context: CellContext;
	readonly defaultSort: Sort;
	/**
	Cells.
	*/
	readonly width: number;
	/**
	Lines, the header line included.
	*/
	readonly height: number;
	/**
	What 'only what is wrong' leaves.
	*/
	readonly isWrong?: (row: Row, context: CellContext) => boolean;
	/**
	The clock, milliseconds since 1970.

	@default Date.now
	*/
	readonly now?: () => number;
};

export type VisibleRow<Row> = {
	readonly row: Row;
	readonly isSelected: boolean;
	readonly isMarked: boolean;
};

/**
All that drawing a table and acting on it needs.
*/
export type TableView<Row extends Keyed> = {
	readonly layout: TableLayout<Row>;
	readonly sort: Sort;
	readonly rows: ReadonlyArray<VisibleRow<Row>>;
	/**
	What Enter opens: the row that is drawn under the cursor.
	*/
	readonly selected: Row | undefined;
	/**
	Rows with a mark, in no particular order, hidden ones too.
	*/
	readonly marked: readonly Row[];
	/**
	Index of the cursor among the rows that match, their number, and that of all rows.
	*/
	readonly cursorIndex: number;
	readonly count: number;
	readonly total: number;
	/**
	True while the rows are sorted for the first time: many take longer than a key may wait.
	*/
	readonly isAwaited: boolean;
	/**
	Why the typed filter cannot be understood; until it can, the last one that could stays.
	*/
	readonly filterError: FilterError | undefined;
	readonly spans: CompiledFilter<Row>['spans'];
	readonly context: CellContext;
};

const compile = <Row extends Keyed>(text: string, columns: ReadonlyArray<Column<Row>>, texts: RowTexts<Row>): FilterError | {readonly ok: true; readonly filter: CompiledFilter<Row>} => {
	const parsed = parseFilter(text);
	return parsed.ok ? compileFilter(parsed.filter, columns, texts) : parsed;
};

const noSpans = (): readonly Span[] => [];

const load = (memory: Map<string, SavedTable> | undefined, id: string, sort: Sort): TableState => {
	const saved = memory?.get(id);
	return saved ? restoreTable(saved) : createTable(sort);
};

/**
The state that belongs to `id`, and what is done to it. Another id takes the state that was kept under it.
*/
const useKeptState = (id: string, memory: Map<string, SavedTable> | undefined, sort: Sort) => {
	const [state, act] = useReducer(tableReducer, undefined, () => load(memory, id, sort));
	const [shownId, setShownId] = useState(id);
	if (shownId !== id) {
		setShownId(id);
		act({type: 'replace', state: load(memory, id, sort)});
	}

	useEffect(() => {
		memory?.set(shownId, saveTable(state));
	}, [memory, shownId, state]);
	return {state, act, isCurrent: shownId === id};
};

/**
Draws again when the hand has been quiet for long enough that rows may move.
*/
const useQuiet = (isWaiting: boolean, lastKeyAt: number, now: () => number): void => {
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	useEffect(() => {
		if (!isWaiting) {
			return;
		}

		const timer = setTimeout(redraw, Math.max(0, lastKeyAt + quietAfter - now()) + 1);
		return () => {
			clearTimeout(timer);
		};
	}, [isWaiting, lastKeyAt, now]);
};

/**
The earlier list for as long as the very same rows stand in it: some screens make theirs anew with each frame, and what is
derived in slices draws a frame in the end.
*/
const useSteadyRows = <Row>(rows: readonly Row[]): readonly Row[] => {
	const steady = useRef(rows);
	if (steady.current !== rows && !(steady.current.length === rows.length && rows.every((row, index) => row === steady.current[index]))) {
		steady.current = rows;
	}

	return steady.current;
};

/**
One function for as long as there is a condition: a screen makes its own anew with each frame, and what it says hangs on the row alone.
*/
const useSteadyCondition = <Row>(condition: DeriveInput<Row>['condition']): DeriveInput<Row>['condition'] => {
	const latest = useRef(condition);
	latest.current = condition;
	const [steady] = useState(() => (row: Row, context: CellContext) => latest.current?.(row, context) ?? true);
	return condition && steady;
};

/**
Rows in their order, derived in slices: where they are many, those of the last input until the next are there, and nothing before the first.
*/
const useDerived = <Row extends Keyed>(id: string, columns: ReadonlyArray<Column<Row>>, input: DeriveInput<Row>): Derived<Row> | undefined => {
	// eslint-disable-next-line react-hooks/exhaustive-deps -- rows of another table are nobody's
	const derivation = useMemo(() => createDerivation(createDeriveSteps(columns)), [id, columns]);
	derivation.ask(input);
	return useSyncExternalStore(derivation.subscribe, derivation.current);
};

const noRows: ReadonlyMap<string, never> = new Map<string, never>();

/**
The rows that are drawn. While an order is held back, a row whose resource is gone is drawn as it last was.
*/
const useVisibleRows = <Row extends Keyed>(state: TableState, byKey: Derived<Row>['byKey']): ReadonlyArray<VisibleRow<Row>> => {
	const drawn = useRef<ReadonlyMap<string, Row>>(new Map());
	const selected = selectedKey(state);
	const rows: Array<VisibleRow<Row>> = [];
	for (const key of state.order.slice(state.offset, state.offset + state.height)) {
		const row = byKey.get(key) ?? drawn.current.get(key);
		if (row) {
			rows.push({row, isSelected: key === selected, isMarked: state.marks.has(key)});
		}
	}

	useEffect(() => {
		drawn.current = new Map(rows.map(({row}) => [row.key, row]));
	});
	return rows;
};

/**
Joins a table's state with its rows and its size.

@returns The state, `dispatch` for what a hand does, and the view to draw and to act on.
*/
export const useTable = <Row extends Keyed>(options: TableOptions<Row>): {
	readonly state: TableState;
	readonly dispatch: (command: TableCommand) => void;
	readonly view: TableView<Row>;
} => {
	const {
		id, memory, rows, columns, defaultSort, width, isWrong, now = Date.now,
	} = options;
	const {state, act, isCurrent} = useKeptState(id, memory, defaultSort);
	const [keepSteady] = useState(createSteadyContext);
	const [keepDrawn] = useState(createDrawnContext);
	const {snapshot, now: shownAt} = options.context;
	const drawnContext = keepDrawn({snapshot, now: shownAt});
	const context = keepSteady({snapshot, now: shownAt});
	const texts = useMemo(() => createRowTexts(columns), [columns]);
	const compiled = useMemo(() => compile(state.appliedFilter, columns, texts), [state.appliedFilter, columns, texts]);
	const typed = useMemo(() => compile(state.filter, columns, texts), [state.filter, columns, texts]);
	const filter = compiled.ok ? compiled.filter : undefined;
	const condition = useSteadyCondition(state.isOnlyWrong ? isWrong : undefined);
	const steadyRows = useSteadyRows(rows);
	const input = useMemo(() => ({
		rows: steadyRows, sort: state.sort, filter, condition, context,
	}), [steadyRows, state.sort, filter, condition, context]);
	const derived = useDerived(id, columns, input);
	const {isWide, columnOffset} = state;
	const layout = useMemo(() => layoutTable(columns, width, {isWide, columnOffset}), [columns, width, isWide, columnOffset]);

	const at = now();
	// What was derived from an earlier sort or filter is not what the hand waits for.
	const isChanged = derived?.input === input && derived.keys !== state.order;
	const isWaiting = isChanged && isHeld(state, at);
	const height = Math.max(1, options.height - 1);
	// The state of the table before must not take the rows of this one: it is drawn again at once with its own.
	if (isCurrent && height !== state.height) {
		act({type: 'resize', height});
	} else if (isCurrent && isChanged && !isWaiting) {
		act({type: 'rows-changed', keys: derived.keys, at});
	}

	useQuiet(isWaiting, state.lastKeyAt, now);
	const visible = useVisibleRows(state, derived?.byKey ?? noRows);
	const dispatch = useCallback((command: TableCommand) => {
		act({
			type: 'command',
			command,
			context: {
				at: now(),
				columns: columns.map(column => column.id),
				scrollLimit: layout.scrollLimit,
				isFilterValid: command.type === 'set-filter' && compile(command.text, columns, texts).ok,
			},
		});
	}, [act, now, columns, layout.scrollLimit, texts]);
	return {
		state,
		dispatch,
		view: {
			layout,
			sort: state.sort,
			rows: visible,
			selected: visible.find(({isSelected}) => isSelected)?.row,
			marked: [...state.marks].map(key => derived?.byKey.get(key)).filter(row => row !== undefined),
			cursorIndex: state.cursorIndex,
			count: state.order.length,
			total: rows.length,
			isAwaited: derived === undefined,
			filterError: typed.ok ? undefined : typed,
			spans: filter?.spans ?? noSpans,
			context: drawnContext,
		},
	};
};
