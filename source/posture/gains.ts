import type {Resource} from '../model/resource.js';
import type {JudgedKind, Verdict} from './check.js';
import {checksByKind} from './checks/index.js';
import type {FleetPosture, ResourcePosture} from './posture.js';
import {kindWeight, scoreOf} from './score.js';
import {standingOf} from './standing.js';

/**
What mending one failure would do to the score.
*/
export type Gain = {
	readonly resource: Resource;
	readonly verdict: Verdict;
	/**
	Score of the resource now, and with this failure mended and nothing else changed.
	*/
	readonly from: number;
	readonly to: number;
	/**
	Points that the score of the fleet gains, before it is rounded down: `(to − from) × weight of the kind ÷ weight of all scored resources`.
	*/
	readonly points: number;
};

/**
The score of a resource if one of its failures passed; absent where it has none.
*/
export const scoreWithout = (posture: ResourcePosture, kind: JudgedKind, checkId: string): number | undefined =>
	scoreOf(posture.verdicts.map(verdict => (verdict.checkId === checkId ? {...verdict, outcome: {status: 'pass', evidence: []}} : verdict)), checksByKind[kind]);

const weightOf = (kind: Resource['kind']): number => (kindWeight as Readonly<Partial<Record<Resource['kind'], number>>>)[kind] ?? 0;

/**
Resources between two yields.
*/
const batch = 16;

type Raise = {readonly verdict: Verdict; readonly to: number};

const raisesOf = (posture: ResourcePosture, kind: JudgedKind): readonly Raise[] => {
	const raises: Raise[] = [];
	for (const verdict of posture.verdicts) {
		const to = standingOf(verdict) === 'fail' ? scoreWithout(posture, kind, verdict.checkId) : undefined;
		if (to !== undefined && posture.score !== undefined && to > posture.score) {
			raises.push({verdict, to});
		}
	}

	return raises;
};

/**
Makes the function that finds the failures whose mending raises the fleet's score most, best first, at most `most`. What a
resource could gain is remembered for as long as its posture is the same object. Works in small steps.
*/
export const createGains = (most = 10): ((input: {readonly lists: ReadonlyArray<readonly Resource[]>; readonly posture: FleetPosture}) => Generator<void, readonly Gain[], void>) => {
	const known = new WeakMap<ResourcePosture, readonly Raise[]>();
	return function * ({lists, posture}) {
		const found: Gain[] = [];
		const seen = new Set<ResourcePosture>();
		let total = 0;
		let steps = 0;
		for (const resource of lists.flat()) {
			const own = posture.byKey.get(resource.key);
			// Some answers hold a resource twice: it counts once.
			if (own?.score === undefined || seen.has(own)) {
				continue;
			}

			seen.add(own);

			const weight = weightOf(resource.kind);
			total += weight;
			let raises = known.get(own);
			if (!raises) {
				raises = raisesOf(own, resource.kind as JudgedKind);
				known.set(own, raises);
			}

			for (const {verdict, to} of raises) {
				found.push({
					resource, verdict, from: own.score, to, points: (to - own.score) * weight,
				});
			}

			if (++steps % batch !== 0) {
				continue;
			}

			// Only the best are wanted: what can no longer be among them is not kept until the end.
			if (found.length > most * 50) {
				found.sort((a, b) => b.points - a.points);
				found.length = most;
			}

			yield;
		}

		return found
			.toSorted((a, b) => b.points - a.points)
			.slice(0, most)
			.map(gain => ({...gain, points: gain.points / total}));
	};
};
