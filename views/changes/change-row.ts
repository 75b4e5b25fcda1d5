import type {Change} from '../../source/fleet/history/change.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import {findResource, isDrillKind} from '../resources.js';

/**
One change as a row. `resource` is absent for one that is gone.
*/
export type ChangeRow = Resource & {
	readonly change: Change;
	readonly resource: Resource | undefined;
};

/**
The name alone, where nothing else is known any more.
*/
const lost = ({key, name, kind}: Change): Resource => ({
	id: key,
	key,
	kind,
	name,
	subscriptionId: key.split('/', 3)[2] ?? '',
	resourceGroup: key.split('/', 5)[4] ?? '',
	region: '',
	tags: {},
});

const made = new WeakMap<Change, ChangeRow>();

const rowOf = (change: Change, snapshot: Snapshot): ChangeRow => {
	const resource = isDrillKind(change.kind) ? findResource(snapshot, change.kind, change.key) : undefined;
	const known = made.get(change);
	if (known !== undefined && known.resource === resource) {
		return known;
	}

	const row: ChangeRow = {
		...(resource ?? lost(change)), name: change.name, key: `${change.key}#${change.checkId ?? ''}`, change, resource,
	};
	made.set(change, row);
	return row;
};

/**
The rows of a list of changes; a change keeps its row as long as its resource is the same.
*/
export const changeRows = (changes: readonly Change[], snapshot: Snapshot): readonly ChangeRow[] => changes.map(change => rowOf(change, snapshot));
