import {isIP} from 'node:net';
import {scopeOf, toNumber} from './address.js';

/**
Who a list of ranges and service tags lets in.
*/
export type SourceSet = {
	readonly who: 'internet' | 'ranges' | 'network';
	/**
	What is let in, where it is neither everybody nor the network alone.
	*/
	readonly ranges: readonly string[];
};

const everybody = new Set(['*', 'internet', 'any', '0.0.0.0', '::']);

const networkTags = new Set(['virtualnetwork', 'azureloadbalancer']);

type Span = readonly [first: number, last: number];

const spanOf = (range: string): Span | undefined => {
	const [address = '', prefix = '32'] = range.split('/', 2);
	if (isIP(address) !== 4 || !/^\d{1,2}$/v.test(prefix) || Number(prefix) > 32) {
		return undefined;
	}

	const size = 2 ** (32 - Number(prefix));
	const first = Math.floor(toNumber(address) / size) * size;
	return [first, first + size - 1];
};

/**
Whether ranges add up to every address, as two halves do.
*/
const coverAll = (ranges: readonly string[]): boolean => {
	if (ranges.some(range => /^[^\/]+\/0{1,3}$/v.test(range))) {
		return true;
	}

	const spans = ranges.map(range => spanOf(range)).filter(span => span !== undefined).toSorted(([one], [other]) => one - other);
	let next = 0;
	for (const [first, last] of spans) {
		if (first > next) {
			return false;
		}

		next = Math.max(next, last + 1);
	}

	return next === 2 ** 32;
};

/**
Whether a range holds an address; nothing where that cannot be told.
*/
export const holds = (range: string, address: string): boolean | undefined => {
	const [outer, inner] = [spanOf(range), spanOf(address)];
	return outer && inner ? outer[0] <= inner[0] && inner[1] <= outer[1] : undefined;
};

/**
What a range or tag is about. A range that is private in one part and public in the other counts as public.
*/
const isOfNetwork = (source: string): boolean => {
	if (networkTags.has(source.toLowerCase()) || source.startsWith('application security group ')) {
		return true;
	}

	const [address = '', prefix] = source.split('/', 2);
	const span = spanOf(source);
	if (!span) {
		return scopeOf(address) === 'private' && Number(prefix ?? 128) >= 7;
	}

	const last = [24, 16, 8, 0].map(bits => Math.floor(span[1] / (2 ** bits)) % 256).join('.');
	return scopeOf(address) === 'private' && scopeOf(last) === 'private' && Number(prefix ?? 32) >= 8;
};

/**
Sums up sources of a rule or a Service: ranges in CIDR form, addresses, service tags, `*`.
*/
export const sumSources = (sources: readonly string[]): SourceSet => sources.some(source => everybody.has(source.toLowerCase())) || coverAll(sources) ? {who: 'internet', ranges: []} : {who: sources.every(source => isOfNetwork(source)) ? 'network' : 'ranges', ranges: sources};
