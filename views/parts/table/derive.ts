import type {CellContext, Column} from '../../columns/column.js';
import type {CompiledFilter} from '../filter/compile-filter.js';
import {finish} from '../../../source/model/finish.js';
import {sortRowsInSteps} from './sort-rows.js';
import type {Sort} from './state.js';

export type Keyed = {readonly key: string};

export type DeriveInput<Row> = {
	readonly rows: readonly Row[];
	readonly sort: Sort;
	readonly filter: CompiledFilter<Row> | undefined;
	/**
	A further condition, such as 'only what is wrong'.
	*/
	readonly condition: ((row: Row, context: CellContext) => boolean) | undefined;
	/**
	From `createSteadyContext`: a new object means that rows may sort differently.
	*/
	readonly context: CellContext;
};

export type Derived<Row> = {
	/**
	Keys of the rows that match, in order. The same array for as long as the order is the same.
	*/
	readonly keys: readonly string[];
	readonly byKey: ReadonlyMap<string, Row>;
	/**
	What it was derived from.
	*/
	readonly input: DeriveInput<Row>;
};

const isSameOrder = (left: readonly string[], right: readonly string[]): boolean =>
	left.length === right.length && left.every((key, index) => key === right[index]);

/**
Remembers the last result of a function for as long as its arguments are the same objects.
*/
const remember = <Arguments extends readonly unknown[], Result>(make: (...values: Arguments) => Generator<void, Result, void>) => {
	let last: {readonly values: Arguments; readonly result: Result} | undefined;
	return function * (...values: Arguments): Generator<void, Result, void> {
		if (!last?.values.every((value, index) => value === values[index])) {
			last = {values, result: yield * make(...values)};
		}

		return last.result;
	};
};

/**
Rows that are put into a map between two yields; and that a filter is tried on, of which the texts may have to be made.
*/
const indexBatch = 4096;

const filterBatch = 256;

/**
Makes a function that sorts and filters rows, and does either again only when something that it depends on is another:
a moved cursor costs nothing, a typed letter of a filter does not sort.

The generator yields now and then, so that tens of thousands of rows keep no key waiting; it must be run to its end.
*/
export const createDeriveSteps = <Row extends Keyed>(columns: ReadonlyArray<Column<Row>>): ((input: DeriveInput<Row>) => Generator<void, Derived<Row>, void>) => {
	let keys: readonly string[] = [];
	const index = remember(function * (rows: readonly Row[]) {
		const byKey = new Map<string, Row>();
		for (const row of rows) {
			byKey.set(row.key, row);
			if (byKey.size % indexBatch === 0) {
				yield;
			}
		}

		// Two rows of one key would be one row to the cursor: the later one counts.
		return {byKey, unique: byKey.size === rows.length ? rows : byKey.values().toArray()};
	});
	const sorted = remember(function * (rows: readonly Row[], columnId: string, isDescending: boolean, context: CellContext) {
		const column = columns.find(({id}) => id === columnId);
		return column ? yield * sortRowsInSteps(rows, column, isDescending, context) : rows;
	});
	const filtered = remember(function * (
		rows: readonly Row[],
		filter: DeriveInput<Row>['filter'],
		condition: DeriveInput<Row>['condition'],
		context: CellContext,
	) {
		const isFiltered = filter !== undefined && !filter.isEmpty;
		const isAll = !isFiltered && condition === undefined;
		const next: string[] = [];
		for (const [at, row] of rows.entries()) {
			if ((!isFiltered || filter.matches(row, context)) && (condition === undefined || condition(row, context))) {
				next.push(row.key);
			}

			if (!isAll && at % filterBatch === filterBatch - 1) {
				yield;
			}
		}

		keys = isSameOrder(keys, next) ? keys : next;
		return keys;
	});
	return function * (input) {
		const {rows, sort, filter, condition, context} = input;
		const {byKey, unique} = yield * index(rows);
		const inOrder = yield * sorted(unique, sort.column, sort.isDescending, context);
		return {keys: yield * filtered(inOrder, filter, condition, context), byKey, input};
	};
};

/**
The same at once.
*/
export const createDerive = <Row extends Keyed>(columns: ReadonlyArray<Column<Row>>): ((input: DeriveInput<Row>) => Derived<Row>) => {
	const steps = createDeriveSteps(columns);
	return input => finish(steps(input));
};
