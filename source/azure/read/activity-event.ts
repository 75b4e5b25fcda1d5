import {valueOf} from '../../model/known.js';
import type {ActivityEvent} from '../../model/cluster-records.js';
import {Branch} from './branch.js';
import {maskSecretsIn} from './secrets.js';

/**
One event of a log, as it stands there: an action has one where it begins and one where it ends.
*/
export type LoggedEvent = ActivityEvent & {
	/**
	The same for all events of one action.
	*/
	readonly action: string;
};

const labelled = (root: Branch, name: string): {readonly value: string | undefined; readonly label: string | undefined} => {
	const branch = root.child(name);
	return {value: valueOf(branch.text('value', 200)), label: valueOf(branch.text('localizedValue', 200))};
};

const present = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : maskSecretsIn(text));

const claims = {
	name: 'https://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
	application: 'appid',
	address: 'ipaddr',
} as const;

/**
Maps one administrative event. Of its claims only a name and an address are taken, where the event itself has none: they are a token's.
Never throws; gives nothing for an event of another category, or one without a time.
Source: Microsoft.Insights eventtypes/management/values 2015-04-01.
*/
export const readActivityEvent = (document: unknown): LoggedEvent | undefined => {
	const root = Branch.of(document);
	const time = Date.parse(valueOf(root.text('eventTimestamp')) ?? '');
	const category = labelled(root, 'category').value;
	const operation = labelled(root, 'operationName');
	if (Number.isNaN(time) || (category !== undefined && category !== 'Administrative') || operation.value === undefined) {
		return undefined;
	}

	const text = (branch: Branch, name: string): string | undefined => present(valueOf(branch.text(name, 256)));
	const claim = root.child('claims');
	const id = text(root, 'eventDataId') ?? `${operation.value} ${time}`;
	return {
		id,
		at: new Date(time).toISOString(),
		operation: operation.value,
		title: operation.label ?? operation.value,
		status: labelled(root, 'status').value,
		caller: text(root, 'caller') ?? text(claim, claims.name) ?? text(claim, claims.application),
		address: text(root.child('httpRequest'), 'clientIpAddress') ?? text(claim, claims.address),
		action: `${text(root, 'correlationId') ?? id} ${operation.value.toLowerCase()}`,
	};
};
