import type {
	Acceptance,
	Check,
	JudgedKind,
	JudgedResource,
	Verdict,
} from './check.js';
import {evaluate, sumUp} from './judge-resource.js';
import type {ResourcePosture} from './posture.js';
import {
	applyDecisions,
	settle,
	type Remembered,
	type Settled,
} from './settle.js';
import type {Cell, Tracker} from './tracker.js';

/**
The acceptance of a check's failure on a resource; the same object for as long as it says the same. Its identity is its
version: when another function comes, failures are decided anew, without being judged again.
*/
export type Decide = (resource: JudgedResource[JudgedKind], checkId: string) => Acceptance | undefined;

/**
What a judge remembers of one resource.
*/
export type Kept<Resource = unknown> = {
	readonly resource: Resource;
	/**
	As the checks gave them, in their order.
	*/
	readonly raw: readonly Verdict[];
	/**
	What checks looked up in the context, by the check's position; most look up nothing.
	*/
	readonly reads: ReadonlyMap<number, readonly Cell[]>;
	/**
	The tracker's generation at the last evaluation.
	*/
	readonly judgedIn: number;
	readonly settled: Settled;
	readonly posture: ResourcePosture;
};

/**
One kind's resources in the order of the input, and with what they were judged.
*/
export type KeptKind<Resource = unknown> = {
	readonly list: readonly Resource[];
	readonly items: ReadonlyArray<Kept<Resource>>;
	readonly generation: number;
	readonly decide: Decide | undefined;
	readonly remembered: Remembered | undefined;
};

export type KindInput<Kind extends JudgedKind> = {
	readonly checks: ReadonlyArray<Check<Kind>>;
	readonly list: ReadonlyArray<JudgedResource[Kind]>;
	readonly tracker: Tracker;
	readonly decide: Decide | undefined;
	readonly remembered: Remembered | undefined;
};

const noReads: ReadonlyMap<number, readonly Cell[]> = new Map<number, readonly Cell[]>();

const evaluateAll = <Kind extends JudgedKind>(resource: JudgedResource[Kind], {checks, tracker}: KindInput<Kind>): Pick<Kept, 'raw' | 'reads'> => {
	let reads: Map<number, readonly Cell[]> | undefined;
	const context = tracker.context();
	const raw = checks.map((check, index) => {
		const verdict = evaluate(check, resource, context);
		const cells = tracker.take();
		if (cells) {
			reads ??= new Map();
			reads.set(index, cells);
		}

		return verdict;
	});
	return {raw, reads: reads ?? noReads};
};

/**
Evaluates again only the checks of which something that they had looked up reads otherwise since.
*/
const evaluateChanged = <Kind extends JudgedKind>(kept: Kept<JudgedResource[Kind]>, {checks, tracker}: KindInput<Kind>): Pick<Kept, 'raw' | 'reads'> => {
	let {raw, reads} = kept;
	for (const [index, cells] of kept.reads) {
		if (cells.every(({changedIn}) => changedIn <= kept.judgedIn)) {
			continue;
		}

		const verdict = evaluate(checks[index]!, kept.resource, tracker.context());
		const next = new Map(reads);
		const taken = tracker.take();
		if (taken) {
			next.set(index, taken);
		} else {
			next.delete(index);
		}

		reads = next;
		raw = verdict === raw[index] ? raw : raw.with(index, verdict);
	}

	return {raw, reads};
};

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
	one === other || (one.length === other.length && one.every((value, index) => value === other[index]));

const keep = <Kind extends JudgedKind>(resource: JudgedResource[Kind], before: Kept<JudgedResource[Kind]> | undefined, input: KindInput<Kind>): Kept<JudgedResource[Kind]> => {
	const {checks, tracker, decide, remembered} = input;
	const {raw, reads} = before?.resource === resource ? evaluateChanged(before, input) : evaluateAll(resource, input);
	const settled = settle(resource.key, raw, before?.settled, remembered);
	const verdicts = applyDecisions(settled.verdicts, decide && (checkId => decide(resource, checkId)));
	const posture = before && isSameList(before.posture.verdicts, verdicts) ? before.posture : sumUp(resource.key, verdicts, checks);
	return {
		resource, raw, reads, judgedIn: tracker.generation(), settled, posture,
	};
};

/**
Where the last look had a resource: mostly at the same place of the list, else found by its key.
*/
const createFinder = <Resource extends {readonly key: string}>(before: KeptKind<Resource> | undefined): ((resource: Resource, index: number) => Kept<Resource> | undefined) => {
	let byKey: Map<string, Kept<Resource>> | undefined;
	return (resource, index) => {
		const there = before?.items[index];
		if (there === undefined ? before === undefined : there.resource === resource || there.resource.key === resource.key) {
			return there;
		}

		byKey ??= new Map(before?.items.map(item => [item.resource.key, item]));
		return byKey.get(resource.key);
	};
};

/**
What is walked over costs next to nothing, what is judged about a tenth of a millisecond.
*/
const costOfJudging = 64;

const costOfStep = 512;

/**
Judges the resources of one kind, and yields every few hundred microseconds. What it remembers of the last look is given
back as it is for everything that did not change.
*/
export const judgeKind = function * <Kind extends JudgedKind>(input: KindInput<Kind>, before: KeptKind<JudgedResource[Kind]> | undefined): Generator<void, KeptKind<JudgedResource[Kind]>, void> {
	const {list, tracker, decide, remembered} = input;
	const generation = tracker.generation();
	const isSameRest = before?.generation === generation && before.decide === decide && before.remembered === remembered;
	if (isSameRest && before.list === list) {
		return before;
	}

	const find = createFinder(before);
	const items: Array<Kept<JudgedResource[Kind]>> = [];
	let cost = 0;
	for (const [index, resource] of list.entries()) {
		const known = find(resource, index);
		if (isSameRest && known?.resource === resource) {
			items.push(known);
			cost++;
		} else {
			items.push(keep(resource, known, input));
			cost += costOfJudging;
		}

		if (!(cost >= costOfStep)) {
			continue;
		}

		cost = 0;
		yield;
	}

	return {
		list, items: before && isSameList(before.items, items) ? before.items : items, generation, decide, remembered,
	};
};
