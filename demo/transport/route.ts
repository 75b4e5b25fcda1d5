import {ok, type Answer} from './answer.js';
import type {World} from './world.js';

export type Call = {
	/**
	Decoded, without doubled and trailing slashes.
	*/
	readonly path: string;
	readonly url: URL;
	readonly method: string;
	readonly body: string;
	/**
	Seconds since the demo began.
	*/
	readonly seconds: number;
};

export type Route = {
	/**
	@default 'GET'
	*/
	readonly method?: string;
	/**
	Named groups are handed to `answer`.
	*/
	readonly pattern: RegExp;
	/**
	The action that it needs, as a refusal names it.
	*/
	readonly action: string;
	readonly answer: (world: World, call: Call, groups: Readonly<Record<string, string | undefined>>) => Answer;
};

/**
A pattern over a path: `:name` takes one segment, `:name*` one or more. Resource Manager compares paths without regard to case.
*/
export const pathPattern = (template: string): RegExp => {
	const source = template
		.replaceAll('.', String.raw`\.`)
		.replaceAll(/:(?<name>\w+)\*/gv, '(?<$<name>>.+)')
		.replaceAll(/:(?<name>\w+)/gv, String.raw`(?<$<name>>[^\/]+)`);
	return new RegExp(`^${source}$`, 'iv');
};

/**
A page of a list, with `nextLink` as long as there is more (Resource Manager's paging).
*/
export const listPage = (call: Call, length: number, pageSize: number, at: (index: number) => unknown): Answer => {
	const token = Number(call.url.searchParams.get('$skiptoken') ?? 0);
	const start = Number.isSafeInteger(token) && token > 0 ? token : 0;
	const end = Math.min(length, start + pageSize);
	const value = Array.from({length: Math.max(0, end - start)}, (_, index) => at(start + index));
	if (end >= length) {
		return ok({value});
	}

	const next = new URL(call.url);
	next.searchParams.set('$skiptoken', String(end));
	return ok({value, nextLink: next.href});
};
