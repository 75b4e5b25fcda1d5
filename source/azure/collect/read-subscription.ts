import {valueOf, type Fact} from '../../model/known.js';
import type {Coverage, Subscription} from '../../model/subscription.js';
import {Branch} from '../read/branch.js';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/v;

/**
Maps a subscription as `GET /subscriptions` lists it; nothing without a usable id.
Source: Microsoft.Resources/subscriptions 2022-12-01.
*/
export const readSubscription = (document: unknown): Subscription | undefined => {
	const root = Branch.of(document);
	const sent = root.raw('subscriptionId');
	const id = typeof sent === 'string' ? sent.toLowerCase() : '';
	if (!guid.test(id)) {
		return undefined;
	}

	const name = valueOf(root.text('displayName')) ?? '';
	const tenantId: Fact<string | undefined> = root.word('tenantId');
	const coverage: Coverage = {state: 'waiting'};
	return {
		id, name: name === '' ? id : name, tenantId, state: root.word('state'), coverage,
	};
};

/**
The id of the subscription that a row of `resourcecontainers` is.
*/
export const subscriptionIdOf = (row: unknown): string | undefined => {
	const root = Branch.of(row);
	const sent = root.raw('subscriptionId') ?? root.raw('id');
	const id = typeof sent === 'string' ? sent.toLowerCase().replace(/^\/subscriptions\//v, '') : '';
	return guid.test(id) ? id : undefined;
};
