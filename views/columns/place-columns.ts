import type {Resource} from '../../source/model/resource.js';
import type {Subscription} from '../../source/model/subscription.js';
import type {CellContext, Column} from './column.js';
import {plainCell} from './fact-cell.js';

// By the identity of the list, which a snapshot keeps for as long as no subscription changes.
const namesOfLists = new WeakMap<readonly Subscription[], ReadonlyMap<string, string>>();

const subscriptionName = (id: string, {snapshot}: CellContext): string => {
	let names = namesOfLists.get(snapshot.subscriptions);
	if (!names) {
		names = new Map(snapshot.subscriptions.map(subscription => [subscription.id, subscription.name]));
		namesOfLists.set(snapshot.subscriptions, names);
	}

	return names.get(id) ?? id;
};

export const regionColumn: Column<Resource> = {
	id: 'region',
	aliases: ['location'],
	title: 'REGION',
	minWidth: 11,
	width: 14,
	priority: 7,
	cell: row => plainCell(row.region),
};

/**
The subscription's name; its id while the name is not known. A filter finds both.
*/
export const subscriptionColumn: Column<Resource> = {
	id: 'subscription',
	aliases: ['sub'],
	title: 'SUBSCRIPTION',
	minWidth: 14,
	width: 22,
	priority: 8,
	cell: (row, context) => plainCell(subscriptionName(row.subscriptionId, context)),
	filterBy: (row, context) => `${subscriptionName(row.subscriptionId, context)} ${row.subscriptionId}`,
};

export const resourceGroupColumn: Column<Resource> = {
	id: 'group',
	aliases: ['rg', 'resourcegroup'],
	title: 'GROUP',
	minWidth: 14,
	width: 22,
	priority: 9,
	cell: row => plainCell(row.resourceGroup),
};
