import {severities, type Severity} from '../../model/severity.js';
import {nounOf} from '../../model/plural.js';

/**
`12,345`. To make Node's own formatter takes longer than a frame.
*/
const grouped = (number: number): string => {
	let text = String(number);
	for (let at = text.length - 3; at > 0; at -= 3) {
		text = `${text.slice(0, at)},${text.slice(at)}`;
	}

	return text;
};

/**
`1,000 clusters`, `1 cluster`.
*/
export const count = (number: number, word: string, words?: string): string => `${grouped(number)} ${nounOf(number, word, words)}`;

/**
`3 critical, 14 high`, or `none`.
*/
export const bySeverity = (counts: Readonly<Record<Severity, number>>): string => {
	const parts = severities.filter(severity => counts[severity] > 0).map(severity => `${grouped(counts[severity])} ${severity}`);
	return parts.length === 0 ? 'none' : parts.join(', ');
};

/**
Milliseconds as a person says them: `12 s`, `4 min`, `3 h`, `2 d`.
*/
export const age = (milliseconds: number): string => {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	if (seconds < 120) {
		return `${seconds} s`;
	}

	const minutes = Math.round(seconds / 60);
	if (minutes < 120) {
		return `${minutes} min`;
	}

	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`;
};

/**
`2026-08-10 12:30 UTC`.
*/
export const dateTime = (time: number): string => {
	const date = new Date(time);
	return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};
