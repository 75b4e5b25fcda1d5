import {Buffer} from 'node:buffer';
import type {Json} from '../../documents/context.js';
import type {List} from './lists.js';

type Item = {readonly key: string; readonly document: Json};

/**
Where an object stands in etcd: lists come in that order.
*/
const keyOf = (document: Json): string => {
	const {namespace, name} = document.metadata as {readonly namespace?: string; readonly name: string};
	return namespace === undefined ? name : `${namespace}/${name}`;
};

const byKey = (first: Item, second: Item): number => (first.key < second.key ? -1 : 1);

/**
API servers' tokens are JSON in base64 (recorded ones read so): the first key that is still to come.
*/
const tokenOf = (resourceVersion: number, key: string): string =>
	Buffer.from(JSON.stringify({v: 'meta.k8s.io/v1', rv: resourceVersion, start: `${key}\u{0}`})).toString('base64url');

const startOf = (token: string | undefined): string | undefined => {
	if (token === undefined || token === '') {
		return undefined;
	}

	try {
		const {start} = JSON.parse(Buffer.from(token, 'base64url').toString()) as {readonly start?: unknown};
		return typeof start === 'string' ? start.replaceAll('\u{0}', '') : undefined;
	} catch {
		return undefined;
	}
};

/**
One page of a list, as text, for `limit` and `continue` of the query. No limit: the whole list.
*/
export const listPageText = (list: List, documents: readonly Json[], query: URLSearchParams, resourceVersion: number): string => {
	const items = documents
		.map((document): Item => ({key: keyOf(document), document}))
		.toSorted(byKey);
	const after = startOf(query.get('continue') ?? undefined);
	const begin = after === undefined ? 0 : items.findIndex(({key}) => key > after);
	const limit = Number(query.get('limit') ?? 0);
	const rest = begin === -1 ? [] : items.slice(begin);
	const page = limit > 0 ? rest.slice(0, limit) : rest;
	const hasMore = page.length < rest.length;
	return JSON.stringify({
		kind: `${list.kind}List`,
		apiVersion: list.apiVersion,
		metadata: {
			resourceVersion: String(resourceVersion),
			continue: hasMore ? tokenOf(resourceVersion, page.at(-1)!.key) : (list.isCustom ? '' : undefined),
			remainingItemCount: hasMore ? rest.length - page.length : undefined,
		},
		items: page.map(({document}) => (list.isCustom ? {apiVersion: list.apiVersion, kind: list.kind, ...document} : document)),
	});
};
