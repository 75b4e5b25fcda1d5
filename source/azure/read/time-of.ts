import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Branch} from './branch.js';

/**
A time of Azure in one form, ISO 8601 in UTC; what is no time is unknown, so that nothing seems to last for ever. An absent one stays absent.
*/
export const timeOf = (branch: Branch, name: string): Fact<string | undefined> => {
	const text = branch.text(name, 60);
	if (text === undefined || isUnknown(text)) {
		return text;
	}

	const time = Date.parse(text);
	return Number.isNaN(time) ? unknown('malformed', `\`${branch.path}.${name}\` holds "${text}", which is no time`) : new Date(time).toISOString();
};
