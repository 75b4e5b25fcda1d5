import type {ClusterSpec} from './fleet/cluster-spec.js';
import type {FindingSpec, Subject} from './fleet/finding-spec.js';
import type {Fleet, Sequence} from './fleet/fleet.js';
import type {RegistrySpec} from './fleet/registry-spec.js';
import {momentAt, stillMoment, type Moment} from './inside-story.js';
import {roundSeconds, scenes as allScenes, type Scene} from './story.js';

export type Staged<T> = Sequence<T> & {
	/**
	Whether the story has changed the entry at this moment.
	*/
	readonly isChanged: (index: number) => boolean;
};

/**
What the story changes.
*/
export type Staging = 'cluster' | 'registry' | 'finding';

/**
The fleet as it is at one moment.
*/
export type Stage = {
	readonly clusters: Staged<ClusterSpec>;
	readonly registries: Staged<RegistrySpec>;
	/**
	What the story adds to the fleet's own findings.
	*/
	readonly findings: readonly FindingSpec[];
	/**
	The same text for two moments between which nothing of this kind changed.
	*/
	readonly versions: Readonly<Record<Staging, string>>;
	/**
	What happens inside the cluster of a name.
	*/
	readonly inside: (name: string) => Moment;
};

/**
At most so many members, from so many first candidates: in a fleet of a thousand clusters the story touches a few rows.
*/
const castSize = 6;
const candidates = 60;

const castOf = <Spec>(sequence: Sequence<Spec>, isMember: (spec: Spec) => boolean): readonly number[] => {
	const members: number[] = [];
	for (let index = 0; index < Math.min(candidates, sequence.length) && members.length < castSize; index++) {
		if (isMember(sequence.at(index))) {
			members.push(index);
		}
	}

	return members;
};

export type Phase = {
	readonly isDone: boolean;
	/**
	Seconds after the demo began.
	*/
	readonly startedAt: number;
};

/**
Where a member of the cast stands: absent before its first time and after it has gone back. Members take turns, one
each round, and the round of turns is long enough for each to have gone back before it begins again.
*/
export const phaseOf = (scene: Scene, member: number, members: number, seconds: number): Phase | undefined => {
	const turns = Math.max(members, scene.holds + 2);
	const first = (member * roundSeconds) + scene.at;
	if (seconds < first) {
		return undefined;
	}

	const cycle = turns * roundSeconds;
	const startedAt = first + (Math.floor((seconds - first) / cycle) * cycle);
	const age = seconds - startedAt;
	const held = scene.lasts + (scene.holds * roundSeconds);
	return age >= held + (scene.holds > 0 ? scene.lasts : 0) ? undefined : {startedAt, isDone: age >= scene.lasts && age < held};
};

const changed = <Spec>(sequence: Sequence<Spec>, changes: ReadonlyMap<number, Spec>): Staged<Spec> => ({
	length: sequence.length,
	at: index => changes.get(index) ?? sequence.at(index),
	isChanged: index => changes.has(index),
});

const noneCast: readonly number[] = [];

/**
What has been changed so far at one moment, by index.
*/
type Draft = {
	readonly clusters: Map<number, ClusterSpec>;
	readonly registries: Map<number, RegistrySpec>;
	readonly findings: FindingSpec[];
	readonly versions: Readonly<Record<Staging, string[]>>;
};

/**
Clusters and registries alternate, so that both are among the first candidates.
*/
const subjectsOf = ({clusters, registries}: Fleet): Sequence<Subject> => ({
	length: 2 * Math.min(clusters.length, registries.length),
	at: index => (index % 2 === 0
		? {kind: 'cluster', spec: clusters.at(index / 2)}
		: {kind: 'registry', spec: registries.at((index - 1) / 2)}),
});

/**
The play: gives the stage at so many seconds after the demo began, from the seconds alone, so that the same moment
always shows the same fleet, however often and whenever it was asked before.
*/
export const createPlay = (fleet: Fleet, scenes: readonly Scene[] = allScenes): ((seconds: number) => Stage) => {
	const subjects = subjectsOf(fleet);
	const casts = new Map<Scene, readonly number[]>();
	const findCast = (scene: Scene): readonly number[] => {
		if (scene.kind === 'cluster') {
			return castOf(fleet.clusters, scene.cast);
		}

		if (scene.kind === 'registry') {
			return castOf(fleet.registries, scene.cast);
		}

		return scene.kind === 'finding' ? castOf(subjects, scene.cast) : noneCast;
	};

	const cast = (scene: Scene): readonly number[] => {
		const members = casts.get(scene) ?? findCast(scene);
		casts.set(scene, members);
		return members;
	};

	const apply = (scene: Scene, index: number, {isDone, startedAt}: Phase, draft: Draft): void => {
		switch (scene.kind) {
			case 'cluster': {
				draft.clusters.set(index, scene.change(draft.clusters.get(index) ?? fleet.clusters.at(index), isDone));

				break;
			}

			case 'registry': {
				draft.registries.set(index, scene.change(draft.registries.get(index) ?? fleet.registries.at(index), isDone));

				break;
			}

			case 'finding': {
				draft.findings.push(scene.make(subjects.at(index), startedAt, isDone));

				break;
			}

			case 'throttle': {
				// It has no cast: the transport plays it.
				break;
			}
		}
	};

	const playScene = (scene: Scene, seconds: number, draft: Draft): void => {
		const members = cast(scene);
		for (const [member, index] of members.entries()) {
			const phase = phaseOf(scene, member, members.length, seconds);
			if (!phase) {
				continue;
			}

			if (scene.kind !== 'throttle') {
				draft.versions[scene.kind].push(`${scene.name} ${index} ${phase.startedAt} ${phase.isDone}`);
			}

			apply(scene, index, phase, draft);
		}
	};

	return seconds => {
		const draft: Draft = {
			clusters: new Map(), registries: new Map(), findings: [], versions: {cluster: [], registry: [], finding: []},
		};
		for (const scene of scenes) {
			playScene(scene, seconds, draft);
		}

		return {
			clusters: changed(fleet.clusters, draft.clusters),
			registries: changed(fleet.registries, draft.registries),
			findings: draft.findings,
			versions: {
				cluster: draft.versions.cluster.join('\n'), registry: draft.versions.registry.join('\n'), finding: draft.versions.finding.join('\n'),
			},
			inside: name => (scenes.length === 0 ? stillMoment : momentAt(fleet.context.seed, name, seconds)),
		};
	};
};
