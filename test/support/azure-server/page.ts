import {ok, type Answer, type Incoming} from './answer.js';

/**
Items of a page; two are enough to make lists go on.
*/
const pageSize = 2;

/**
The page of a list that is asked for, with the address of the next one.
*/
export const page = ({url}: Incoming, documents: readonly unknown[]): Answer => {
	const start = Number(url.searchParams.get('$skiptoken') ?? 0);
	const next = new URL(url);
	next.searchParams.set('$skiptoken', String(start + pageSize));
	return ok({
		value: documents.slice(start, start + pageSize),
		...(start + pageSize < documents.length && {nextLink: next.href}),
	}, {'x-ms-ratelimit-remaining-subscription-global-reads': '16499'});
};
