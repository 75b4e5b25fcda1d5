import {unknown, type Fact} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Branch} from './branch.js';

const isoTime = /^(?<moment>\d{4}-\d{2}-\d{2}t[\d.:]+)(?<zone>z|[+\-]\d{2}:\d{2})?$/iv;

const isoDay = /^\d{4}-\d{2}-\d{2}$/v;

/**
Azure's times are in UTC, whether they say so or not; `Date.parse` would take one that does not by the machine's own zone.
*/
const parseTime = (text: string): number => {
	const {moment, zone} = isoTime.exec(text)?.groups ?? {};
	return moment === undefined ? (isoDay.test(text) ? Date.parse(text) : NaN) : Date.parse(`${moment}${zone ?? 'Z'}`);
};

/**
A time as ISO 8601 writes it, in milliseconds since 1970.
*/
export const timeOf = (branch: Branch, name: string): Fact<number | undefined> => {
	const text = branch.text(name);
	if (typeof text !== 'string') {
		return text;
	}

	const time = parseTime(text);
	return Number.isNaN(time) ? unknown('malformed', `\`${branch.path}.${name}\` holds "${sanitize(text, 40)}", not a time`) : time;
};
