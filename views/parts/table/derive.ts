import type {CellContext, Column} from '../../columns/column.js';
import type {CompiledFilter} from '../filter/compile-filter.js';
import {sortRows} from './sort-rows.js';
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
};

const isSameOrder = (left: readonly string[], right: readonly string[]): boolean =>
	left.length === right.length && left.every((key, index) => key === right[index]);

/**
Remembers the last result of a function for as long as its arguments are the same objects.
*/
const remember = <Arguments extends readonly unknown[], Result>(make: (...values: Arguments) => Result): ((...values: Arguments) => Result) => {
	let last: {readonly values: Arguments; readonly result: Result} | undefined;
	return (...values) => {
		if (!last?.values.every((value, index) => value === values[index])) {
			last = {values, result: make(...values)};
		}

		return last.result;
	};
};

/**
Makes a function that sorts and filters rows, and does either again only when something that it depends on is another:
a moved cursor costs nothing, a typed letter of a filter does not sort.
*/
export const createDerive = <Row extends Keyed>(columns: ReadonlyArray<Column<Row>>): ((input: DeriveInput<Row>) => Derived<Row>) => {
	let keys: readonly string[] = [];
	const index = remember((rows: readonly Row[]) => {
		const byKey = new Map(rows.map(row => [row.key, row]));
		// Two rows of one key would be one row to the cursor: the later one counts.
		return {byKey, unique: byKey.size === rows.length ? rows : byKey.values().toArray()};
	});
	const sorted = remember((rows: readonly Row[], columnId: string, isDescending: boolean, context: CellContext) => {
		const column = columns.find(({id}) => id === columnId);
		return column ? sortRows(rows, column, isDescending, context) : rows;
	});
	const filtered = remember((
		rows: readonly Row[],
		filter: DeriveInput<Row>['filter'],
		condition: DeriveInput<Row>['condition'],
		context: CellContext,
	) => {
		const isFiltered = filter !== undefined && !filter.isEmpty;
		const next = rows
			.filter(row => (!isFiltered || filter.matches(row, context)) && (condition === undefined || condition(row, context)))
			.map(({key}) => key);
		keys = isSameOrder(keys, next) ? keys : next;
		return keys;
	});
	return ({rows, sort, filter, condition, context}) => {
		const {byKey, unique} = index(rows);
		return {keys: filtered(sorted(unique, sort.column, sort.isDescending, context), filter, condition, context), byKey};
	};
};
