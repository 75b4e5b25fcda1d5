import type {Exposure} from '../../model/exposure.js';
import type {Finding} from '../../model/finding.js';
import type {Resource} from '../../model/resource.js';
import {severityRank} from '../../model/severity.js';
import type {FleetPosture, ResourcePosture} from '../posture.js';
import {standingOf} from '../standing.js';
import {checkEntries, findingEntry, type WorklistEntry} from './entry.js';
import {dependantsOf, type Relations} from './reach.js';

export type WorklistInput = {
	/**
	Every list of judged resources.
	*/
	readonly lists: ReadonlyArray<readonly Resource[]>;
	readonly posture: FleetPosture;
	/**
	Findings that are open and are not the same as one of our checks.
	*/
	readonly findings: readonly Finding[];
	/**
	Lines of decisions that end soon, are over or match nothing, and of exemptions in Azure that end soon.
	*/
	readonly decisions: readonly WorklistEntry[];
	/**
	What hangs on what.
	*/
	readonly relations?: Relations;
};

type Kept = {readonly posture: ResourcePosture; readonly dependants: number | undefined; readonly reached: Exposure | undefined; readonly entries: readonly WorklistEntry[]};

/**
Steps between two yields: a few tenths of a millisecond.
*/
const batch = 64;

const compareTexts = (one: string, other: string): number => (one < other ? -1 : (one > other ? 1 : 0));

const firstDifference = (...differences: readonly number[]): number => differences.find(difference => difference !== 0) ?? 0;

/**
Lines of equal rank: worse first, then by what is wrong, then by name, so that the order is the same on every machine.
*/
const compareEqual = (one: WorklistEntry, other: WorklistEntry): number =>
	firstDifference(
		severityRank(one.severity) - severityRank(other.severity),
		compareTexts(one.title, other.title),
		compareTexts(one.resourceName, other.resourceName),
		compareTexts(one.key, other.key),
	);

const reachedBy = ({kind, key}: Resource, {exposures}: Relations): Exposure | undefined => (kind === 'service' ? exposures?.get(key) : undefined);

/**
Makes the function that ranks a fleet, highest first. It remembers the lines of every resource for as long as the resource
and its posture are the same objects, so that a poll costs what has changed.

The generator works in small steps, so that its caller can give the event loop back; ranks are few, so lines are put into
one bucket for each rank and only the buckets are sorted.
*/
export const createWorklist = (): ((input: WorklistInput) => Generator<void, readonly WorklistEntry[], void>) => {
	const ofResource = new WeakMap<Resource, Kept>();
	const ofFinding = new WeakMap<Finding, {readonly subject: Resource | undefined; readonly dependants: number | undefined; readonly entry: WorklistEntry}>();

	const entriesOf = (resource: Resource, posture: ResourcePosture, {dependants, reached}: Pick<Kept, 'dependants' | 'reached'>): readonly WorklistEntry[] => {
		const known = ofResource.get(resource);
		if (known?.posture === posture && known.dependants === dependants && known.reached === reached) {
			return known.entries;
		}

		const entries = checkEntries(resource, posture.verdicts.filter(verdict => standingOf(verdict) === 'fail'), dependants, reached);
		ofResource.set(resource, {
			posture, dependants, reached, entries,
		});
		return entries;
	};

	const entryOf = (finding: Finding, subject: Resource | undefined, dependants: number | undefined): WorklistEntry => {
		const known = ofFinding.get(finding);
		if (known && known.subject === subject && known.dependants === dependants) {
			return known.entry;
		}

		const entry = findingEntry(finding, subject, dependants);
		ofFinding.set(finding, {subject, dependants, entry});
		return entry;
	};

	return function * ({lists, posture, findings, decisions, relations = {}}) {
		const buckets = new Map<number, WorklistEntry[]>();
		const subjects = new Map<string, Resource>();
		let steps = 0;
		const add = (entry: WorklistEntry): void => {
			const bucket = buckets.get(entry.rank);
			if (bucket) {
				bucket.push(entry);
			} else {
				buckets.set(entry.rank, [entry]);
			}
		};

		for (const resource of lists.flat()) {
			// Some answers hold a resource twice: it counts once.
			if (subjects.has(resource.key)) {
				continue;
			}

			subjects.set(resource.key, resource);
			const known = posture.byKey.get(resource.key);
			if (known) {
				for (const entry of entriesOf(resource, known, {dependants: dependantsOf(resource, relations), reached: reachedBy(resource, relations)})) {
					add(entry);
				}
			}

			if (++steps % batch === 0) {
				yield;
			}
		}

		for (const finding of findings) {
			const subject = subjects.get(finding.resourceKey);
			add(entryOf(finding, subject, subject && dependantsOf(subject, relations)));
			if (++steps % batch === 0) {
				yield;
			}
		}

		for (const entry of decisions) {
			add(entry);
		}

		const ranked: WorklistEntry[] = [];
		for (const rank of buckets.keys().toArray().toSorted((a, b) => b - a)) {
			for (const entry of buckets.get(rank)!.toSorted(compareEqual)) {
				ranked.push(entry);
			}

			yield;
		}

		return ranked;
	};
};
