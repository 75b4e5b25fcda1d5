import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Resource} from '../../../source/model/resource.js';
import type {Line} from '../../theme.js';
import {words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';

const subscriptionWords = (id: string, {subscriptions}: Snapshot): Line => {
	const found = subscriptions.find(subscription => subscription.id === id);
	return found && found.name !== '' ? [{text: found.name}, {text: ` (${id})`, tone: 'dim'}] : words(id);
};

const orNone = (text: string): Line => (text === '' ? words('not reported', 'dim') : words(text));

/**
Where a resource is: subscription, resource group, region and id.
*/
export const placeRows = (resource: Resource, snapshot: Snapshot): readonly SheetRow[] => [
	{label: 'Subscription', value: subscriptionWords(resource.subscriptionId, snapshot)},
	{label: 'Resource group', value: orNone(resource.resourceGroup)},
	{label: 'Region', value: orNone(resource.region)},
	{label: 'Resource id', value: words(resource.id, 'dim')},
];

/**
The tags of a resource.
*/
export const tagSection = ({tags}: Resource): Section => {
	const rows = Object.entries(tags).map(([label, text]): SheetRow => ({value: [{text: label, tone: 'accent'}, {text: ` = ${text}`}]}));
	return {title: 'Tags', rows: rows.length === 0 ? [{value: words('no tags', 'dim')}] : rows};
};
