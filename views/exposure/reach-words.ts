import type {Exposure, Reachability} from '../../source/model/exposure.js';
import type {Tone} from '../theme.js';

/**
How each reachability is called and coloured: every one has a word of its own, also on a terminal of one colour.
*/
export const reachWords: Readonly<Record<Reachability, {readonly word: string; readonly tone: Tone}>> = {
	internet: {word: 'internet', tone: 'high'},
	ranges: {word: 'ranges', tone: 'medium'},
	network: {word: 'network', tone: 'plain'},
	alias: {word: 'alias', tone: 'dim'},
	unknown: {word: 'unknown', tone: 'unknown'},
	cluster: {word: 'cluster', tone: 'good'},
	nobody: {word: 'nobody', tone: 'dim'},
};

/**
In the order of what is worst: what cannot be told may be as wide as anything but the internet.
*/
export const reachOrder: readonly Reachability[] = ['internet', 'unknown', 'ranges', 'network', 'alias', 'cluster', 'nobody'];

const ranks: ReadonlyMap<Reachability, number> = new Map(reachOrder.map((who, rank) => [who, reachOrder.length - rank]));

/**
The wider, the higher.
*/
export const reachRank = ({who, troubles}: Pick<Exposure, 'troubles' | 'who'>): number => (ranks.get(who)! * 10) + Math.min(9, troubles.length);
