import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {CellContext, Column} from '../columns/column.js';
import type {ListedKind} from '../navigation.js';
import type {Sort} from '../parts/table/state.js';

/**
A kind without a pane as a list on the whole screen: which columns, in which order.
*/
export type ListDefinition<Row extends Resource = any> = {
	readonly kind: ListedKind;
	readonly title: string;
	readonly columns: ReadonlyArray<Column<Row>>;
	readonly defaultSort: Sort;
	/**
	What 'only what is wrong' leaves.
	*/
	readonly isWrong: (row: Row, context: CellContext) => boolean;
	/**
	What stands there when there is no row: why, and what to do.
	*/
	readonly empty: (snapshot: Snapshot) => string;
	/**
	What is missing from the list; empty where nothing is.
	*/
	readonly missing: (snapshot: Snapshot) => string;
};
