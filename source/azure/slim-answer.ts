import {SourceError} from '../model/source-error.js';
import type {Cloud} from './cloud.js';
import type {Exchange} from './exchange.js';
import {pathBelow} from './guard.js';

const malformed = (reason: string): SourceError => new SourceError({
	cause: 'malformed', reason, remedy: undefined, retryAt: undefined,
});

const nextLinkOf = (body: unknown): unknown =>
	(typeof body === 'object' && body !== null && 'nextLink' in body ? body.nextLink ?? undefined : undefined);

/**
What a client needs of an answer to go on: where the list continues. The documents themselves take no part, so a client
neither stumbles over a hostile one nor spends time on a page of them.

@throws SourceError where the list goes on at an address that is not this cloud's, or at one where it was before: what
lies behind it would be left out in silence.
*/
export const slimAnswer = (body: unknown, exchange: Exchange, cloud: Cloud): string => {
	const nextLink = nextLinkOf(body);
	if (nextLink === undefined || nextLink === '') {
		return '{"value":[],"values":[],"data":[],"properties":{},"sku":{}}';
	}

	if (typeof nextLink !== 'string' || pathBelow(cloud, nextLink) === undefined) {
		throw malformed('A list goes on at an address that is not this cloud\'s; what lies behind it cannot be read.');
	}

	if (exchange.nextLinks.has(nextLink)) {
		throw malformed('A list goes on where it was before, for ever.');
	}

	exchange.nextLinks.add(nextLink);
	return JSON.stringify({value: [], nextLink});
};
