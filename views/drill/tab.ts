import type {ResourceDetail} from '../../source/fleet/store.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {Fixable} from '../../source/report/fix-script/fixable.js';
import type {Column} from '../columns/column.js';
import type {Place} from '../navigation.js';
import type {DocumentFormat} from '../parts/document/document-lines.js';
import type {Sort} from '../parts/table/state.js';
import type {Line, Theme} from '../theme.js';

export type TabContext<R extends Resource> = {
	readonly resource: R;
	readonly snapshot: Snapshot;
	readonly detail: ResourceDetail;
	readonly theme: Theme;
	/**
	Cells that a line may use.
	*/
	readonly width: number;
	/**
	Milliseconds since 1970, moving in steps.
	*/
	readonly now: number;
	/**
	Base URL of the portal, for links.
	*/
	readonly portal: string;
	/**
	How a raw document is written. Default: YAML.
	*/
	readonly documentFormat?: DocumentFormat;
};

/**
A facet of a resource: one file, one entry. `lines` draws a text that scrolls (views/parts/document draws it; a line may be
longer than the room, and the same array means that nothing changed); `rows` a table in which
Enter opens a row. `pick` draws a list on the left whose selected item is explained on the right (checks).
All are pure.
*/
export type Tab<R extends Resource> = {
	/**
	Part of the place's string: `clusters/prod-weu/pools`.
	*/
	readonly id: string;
	readonly title: string;
	/**
	Shown behind the title where it is a number worth knowing.
	*/
	readonly count?: (context: TabContext<R>) => number | undefined;
} & (
	| {readonly type: 'lines'; readonly lines: (context: TabContext<R>) => readonly Line[]}
	| {
		readonly type: 'table';
		readonly rows: (context: TabContext<R>) => readonly Resource[];
		readonly columns: ReadonlyArray<Column<any>>;
		/**
		The worst failure first unless given.
		*/
		readonly defaultSort?: Sort;
		/**
		What stands there when there is no row: why, and what to do.
		*/
		readonly empty: (context: TabContext<R>) => string;
		/**
		What is missing from the rows; empty where nothing is.
		*/
		readonly missing?: (context: TabContext<R>) => string;
	}
	| {
		/**
		What containers write, followed live.
		*/
		readonly type: 'logs';
		/**
		Names of the containers whose logs there are; the first is shown at first.
		*/
		readonly containers: (context: TabContext<R>) => readonly string[];
		readonly empty: (context: TabContext<R>) => string;
	}
	| {
		readonly type: 'pick';
		readonly items: (context: TabContext<R>) => readonly PickItem[];
		readonly empty: (context: TabContext<R>) => string;
	}
);

/**
One entry of a list with an explanation beside it.
*/
export type PickItem = {
	/**
	Stays the same from one snapshot to the next: the cursor stands on it.
	*/
	readonly key: string;
	readonly title: Line;
	/**
	Evidence, reason, fix: what stands beside it when it is selected.
	*/
	readonly explanation: readonly Line[];
	/**
	What `F` copies.
	*/
	readonly fix?: string;
	/**
	What a script of fixes mends where the item is marked.
	*/
	readonly fixable?: Fixable;
	/**
	What Enter opens.
	*/
	readonly opens?: Place;
};
