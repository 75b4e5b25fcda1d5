import {severities, type Severity} from '../model/severity.js';
import type {JudgedKind} from './check.js';
import {fleetPosture} from './fleet-posture.js';
import {PatchedMap} from './patched-map.js';
import type {FleetPosture, ResourcePosture} from './posture.js';

type Item = {readonly posture: ResourcePosture};

type Lists = ReadonlyMap<JudgedKind, readonly Item[]>;

type Change = {readonly kind: JudgedKind; readonly before: ResourcePosture; readonly after: ResourcePosture};

/**
The postures that are others now; nothing where resources came, went or changed places.
*/
const changesBetween = (before: Lists, after: Lists): readonly Change[] | undefined => {
	const changes: Change[] = [];
	for (const [kind, items] of after) {
		const old = before.get(kind);
		if (old === items) {
			continue;
		}

		if (old?.length !== items.length) {
			return undefined;
		}

		const moved = items.flatMap((item, index) => (item.posture === old[index]!.posture ? [] : [{kind, before: old[index]!.posture, after: item.posture}]));
		if (moved.some(change => change.before.key !== change.after.key)) {
			return undefined;
		}

		changes.push(...moved);
	}

	return changes;
};

const sizeOf = (lists: Lists): number => lists.values().reduce((sum, items) => sum + items.length, 0);

const countChanges = (posture: FleetPosture, changes: readonly Change[], score: number | undefined): FleetPosture => {
	const failed: Record<Severity, number> = {...posture.failed};
	let {unknown, passed, accepted} = posture;
	for (const {before, after} of changes) {
		unknown += after.unknown - before.unknown;
		passed += after.passed - before.passed;
		accepted += after.accepted - before.accepted;
		for (const severity of severities) {
			failed[severity] += after.failed[severity] - before.failed[severity];
		}
	}

	return {
		byKey: PatchedMap.of(posture.byKey, new Map(changes.map(({after}) => [after.key, after]))), failed, unknown, passed, accepted, score,
	};
};

const scores = function * (lists: Lists): Generator<{readonly kind: JudgedKind; readonly score: number | undefined}> {
	for (const [kind, items] of lists) {
		for (const {posture: {score}} of items) {
			yield {kind, score};
		}
	}
};

const postures = function * (lists: Lists): Generator<{readonly kind: JudgedKind; readonly posture: ResourcePosture}> {
	for (const [kind, items] of lists) {
		for (const {posture} of items) {
			yield {kind, posture};
		}
	}
};

/**
Makes what sums up a fleet and remembers the last sum: where only few postures changed, only they are counted again, and
where none did, the same object is given.

@param scoreOfFleet What makes one score out of those of all resources.
*/
export const createFleetSum = (scoreOfFleet: (resources: Iterable<{readonly kind: JudgedKind; readonly score: number | undefined}>) => number | undefined): ((lists: Lists) => FleetPosture) => {
	let last: {readonly lists: Lists; readonly posture: FleetPosture} | undefined;
	return lists => {
		// A fleet in which a resource stands twice cannot be told by differences.
		const changes = last?.posture.byKey.size === sizeOf(lists) ? changesBetween(last.lists, lists) : undefined;
		if (last && changes) {
			const isSameScore = changes.every(({before, after}) => before.score === after.score);
			const posture = changes.length === 0
				? last.posture
				: countChanges(last.posture, changes, isSameScore ? last.posture.score : scoreOfFleet(scores(lists)));
			last = {lists, posture};
		} else {
			last = {lists, posture: fleetPosture(postures(lists))};
		}

		return last.posture;
	};
};
