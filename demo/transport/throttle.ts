import {roundSeconds, scenes as allScenes, type Scene} from '../story.js';

type ThrottleScene = Extract<Scene, {kind: 'throttle'}>;

/**
When a throttling scene began for the last time, in seconds after the demo began; absent before its first time.
*/
const lastBegin = (scene: ThrottleScene, seconds: number): number | undefined => {
	const cycle = scene.everyRounds * roundSeconds;
	return seconds < scene.at ? undefined : scene.at + (Math.floor((seconds - scene.at) / cycle) * cycle);
};

/**
Tells whether a query is refused, and for how many seconds. Each time that a throttling scene comes round refuses the
first query after it and no other, so that a poll is hit however seldom polls are.
*/
export const createThrottle = (scenes: readonly Scene[] = allScenes): ((seconds: number) => number | undefined) => {
	const throttles = scenes.filter((scene): scene is ThrottleScene => scene.kind === 'throttle');
	const used = new Map<ThrottleScene, number>();
	return seconds => {
		for (const scene of throttles) {
			const begin = lastBegin(scene, seconds);
			if (begin !== undefined && used.get(scene) !== begin) {
				used.set(scene, begin);
				return scene.retryAfter;
			}
		}

		return undefined;
	};
};
