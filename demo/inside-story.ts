import {hash} from './random.js';
import {roundSeconds} from './story.js';

/**
One node waits for a restart, is drained, restarts and is back.
*/
export type NodeTurn = {
	/**
	Counts the nodes that have had their turn.
	*/
	readonly turn: number;
	readonly step: 'waits' | 'drains' | 'restarts' | 'back';
	/**
	Seconds after the demo began at which the turn, and its step, began.
	*/
	readonly startedAt: number;
	readonly steppedAt: number;
};

/**
What happens inside one cluster at one moment.
*/
export type Moment = {
	/**
	Absent before the first turn.
	*/
	readonly node: NodeTurn | undefined;
	/**
	Since when a Service that belongs inside is open to the internet, in seconds after the demo began; absent: it is not.
	*/
	readonly openedAt: number | undefined;
};

/**
Nothing ever happens.
*/
export const stillMoment: Moment = {node: undefined, openedAt: undefined};

const nodeCycle = 4 * roundSeconds;
const serviceCycle = 5 * roundSeconds;

/**
Seconds for which the Service stays open.
*/
const openFor = 70;

/**
Seconds of its turn at which a node goes one step on, last step first.
*/
const steps = [['back', 95], ['restarts', 65], ['drains', 45], ['waits', 0]] as const;

const nodeTurn = (since: number, seconds: number): NodeTurn | undefined => {
	if (seconds < since) {
		return undefined;
	}

	const turn = Math.floor((seconds - since) / nodeCycle);
	const startedAt = since + (turn * nodeCycle);
	const [step, at] = steps.find(([, begin]) => seconds - startedAt >= begin)!;
	return {
		turn, step, startedAt, steppedAt: startedAt + at,
	};
};

const openedAt = (since: number, seconds: number): number | undefined => {
	const age = (seconds - since) % serviceCycle;
	return seconds >= since && age < openFor ? seconds - age : undefined;
};

/**
What happens inside the cluster of a name, from the seconds alone. Every cluster plays by itself, so that whichever one is
open shows it within its first minutes; which clusters have a node to restart or a Service to open is told by what is in them.
*/
export const momentAt = (seed: number, name: string, seconds: number): Moment => {
	const whole = Math.floor(seconds);
	return {
		node: nodeTurn(15 + (hash(seed, `restart in ${name}`) % 60), whole),
		openedAt: openedAt(35 + (hash(seed, `opening in ${name}`) % 60), whole),
	};
};

/**
The same text for two moments that show the same.
*/
export const momentVersion = ({node, openedAt: opened}: Moment): string => `${node?.steppedAt ?? ''} ${opened ?? ''}`;
