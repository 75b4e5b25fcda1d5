import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {Branch} from './branch.js';

/**
Reads a list of objects, each with `read`; an element that is none, or that `read` finds wrong, makes the whole list unknown: what was
left out of it might have been the one that matters. An absent list is empty.
*/
export const readElements = <T>(branch: Branch, name: string, read: (element: Branch) => Fact<T>): Fact<readonly T[]> => {
	const elements = branch.list(name) ?? [];
	if (isUnknown(elements)) {
		return elements;
	}

	const items: T[] = [];
	for (const element of elements) {
		const child = Branch.of(element);
		const item = child.isPresent ? read(child) : unknown('malformed', `an element of \`${branch.path}.${name}\` is not an object`);
		if (isUnknown(item)) {
			return item;
		}

		items.push(item);
	}

	return items;
};
