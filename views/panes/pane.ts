import type {Snapshot, SourceName} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {Column} from '../columns/column.js';
import type {DrillKind, PaneId} from '../navigation.js';

/**
One pane of the overview: which resources, which columns, from which source.
*/
export type PaneDefinition<Row extends Resource = any> = {
	readonly id: PaneId;
	readonly title: string;
	/**
	Words that go to it with `:`, the short one first.
	*/
	readonly names: readonly string[];
	readonly kind: DrillKind;
	/**
	Whose age, error and retry time the pane shows, and what ctrl-r reads again.
	*/
	readonly source: SourceName;
	readonly rows: (snapshot: Snapshot) => readonly Row[];
	/**
	How many there are in Azure, where not all rows were read.
	*/
	readonly total?: (snapshot: Snapshot) => number | undefined;
	readonly columns: ReadonlyArray<Column<Row>>;
	readonly defaultSort: {readonly column: string; readonly isDescending: boolean};
	/**
	What the rows are called, in the plural.
	*/
	readonly noun: string;
};
