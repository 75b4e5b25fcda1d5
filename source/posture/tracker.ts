import {isDeepStrictEqual} from 'node:util';
import type {JudgeContext, Lookup} from './check.js';

/**
One thing that checks looked up in the context: when the value found was last another one.
*/
export type Cell = {
	value: unknown;
	changedIn: number;
};

export type Tracker = {
	/**
	Takes the context that checks see from now on, and finds out which of the things that were ever looked up read otherwise in it.
	*/
	readonly advance: (context: JudgeContext) => void;
	/**
	The context as a check gets it: what it looks up is noted.
	*/
	readonly context: () => JudgeContext;
	/**
	Counts the contexts in which something read otherwise than before.
	*/
	readonly generation: () => number;
	/**
	What was looked up since the last call; absent for nothing.
	*/
	readonly take: () => readonly Cell[] | undefined;
	/**
	Forgets what nobody looks up any more, once that is most of it. `used` gives the cells that still matter.
	*/
	readonly sweep: (used: () => Iterable<readonly Cell[]>) => void;
};

const day = 86_400_000;

const wholeDay = (now: number): number => Math.floor(now / day);

/**
Each poll brings new objects, mostly of the same content.
*/
const isSameValue = (one: unknown, other: unknown): boolean => one === other || isDeepStrictEqual(one, other);

const isLookup = (member: unknown): member is Lookup<unknown, unknown> => typeof member === 'object' && member !== null && 'get' in member;

const read = (context: JudgeContext, name: string, key: unknown): unknown => {
	if (name === 'now') {
		return wholeDay(context.now);
	}

	const member: unknown = context[name as keyof JudgeContext];
	return isLookup(member) ? member.get(key) : member;
};

/**
A sweep pays only when there is something to win.
*/
const sweepFrom = 1000;

/**
Makes what knows which parts of the context each check has read. Time counts by whole days.

All resources that look the same thing up share its cell, so that a new context is compared once for each thing, not once
for each check; a check is up to date as long as none of its cells changed after its last run.
*/
export const createTracker = (): Tracker => {
	let cells = new Map<string, Map<unknown, Cell>>();
	let size = 0;
	let sizeAfterSweep = 0;
	let generation = 0;
	let current: JudgeContext | undefined;
	let tracked: JudgeContext | undefined;
	let noted: Cell[] = [];

	const note = (name: string, key: unknown, value: unknown): void => {
		let ofName = cells.get(name);
		if (ofName === undefined) {
			ofName = new Map();
			cells.set(name, ofName);
		}

		let cell = ofName.get(key);
		if (cell === undefined) {
			cell = {value, changedIn: 0};
			ofName.set(key, cell);
			size++;
		}

		if (!noted.includes(cell)) {
			noted.push(cell);
		}
	};

	/**
	A proxy, because a member that is absent now may be there next time: that it was asked for is noted too.
	*/
	const track = (context: JudgeContext): JudgeContext => {
		const lookups = new Map<string, Lookup<unknown, unknown>>();
		return new Proxy(context, {
			get(_, name) {
				const member: unknown = Reflect.get(context, name);
				if (typeof name === 'symbol') {
					return member;
				}

				if (!isLookup(member)) {
					note(name, undefined, read(context, name, undefined));
					return member;
				}

				let lookup = lookups.get(name);
				if (lookup === undefined) {
					lookup = {
						get(key) {
							const found = member.get(key);
							note(name, key, found);
							return found;
						},
					};
					lookups.set(name, lookup);
				}

				return lookup;
			},
		});
	};

	return {
		advance(context) {
			if (context === current) {
				return;
			}

			current = context;
			tracked = track(context);
			const next = generation + 1;
			for (const [name, ofName] of cells) {
				for (const [key, cell] of ofName) {
					const value = read(context, name, key);
					if (!isSameValue(cell.value, value)) {
						cell.changedIn = next;
						generation = next;
					}

					cell.value = value;
				}
			}
		},
		context() {
			if (!tracked) {
				throw new Error('No context has been given yet.');
			}

			return tracked;
		},
		generation: () => generation,
		take() {
			if (noted.length === 0) {
				return undefined;
			}

			// A list that has grown by pushing has room for sixteen, and there are tens of thousands of them.
			const taken = [...noted];
			noted = [];
			return taken;
		},
		sweep(used) {
			if (size < (2 * sizeAfterSweep) + sweepFrom) {
				return;
			}

			const live = new Set<Cell>();
			for (const some of used()) {
				for (const cell of some) {
					live.add(cell);
				}
			}

			cells = new Map(cells.entries().map(([name, ofName]) => [name, new Map(ofName.entries().filter(([, cell]) => live.has(cell)))]));
			size = live.size;
			sizeAfterSweep = size;
		},
	};
};
