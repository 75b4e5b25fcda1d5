import type {Severity} from '../../model/severity.js';
import {severityWeight} from '../score.js';
import type {Exposure} from './exposure.js';
import type {Reach} from './reach.js';

/**
What could not be read ranks as open: unknown is never taken for safe.
*/
export const exposureFactor: Readonly<Record<Exposure['state'], number>> = {
	open: 3, unknown: 3, limited: 2, closed: 1, none: 1,
};

/**
A resource on which nobody knows what hangs ranks as one with this many things.
*/
export const unknownThings = 10;

/**
Info is in no score, but still above nothing.
*/
const infoWeight = 0.5;

/**
How urgent a line of the worklist is; higher comes first.

	rank     = severity × exposure × reach, rounded to tenths
	severity = the score's weights: critical 40, high 15, medium 5, low 2; info 0.5
	exposure = 3 reachable from the internet, or not known; 2 from named addresses only; 1 not from outside
	reach    = 1 + log10(1 + things), things being the nodes, pulling clusters or resources that hang on it; 10 where not known

So a critical failure on a closed cluster ranks above a medium one that the internet reaches, and ten times as many nodes
weigh about one step more.
*/
export const rankOf = (severity: Severity, {state}: Exposure, {things}: Reach): number => {
	const weight = severity === 'info' ? infoWeight : severityWeight[severity];
	return Math.round(weight * exposureFactor[state] * (1 + Math.log10(1 + (things ?? unknownThings))) * 10) / 10;
};
