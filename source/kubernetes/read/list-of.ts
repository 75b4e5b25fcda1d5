import {Branch} from '../../azure/read/branch.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
More than any object of Kubernetes holds in one list (an object has 1.5 MB at most, a load balancer 250 rules).
*/
const mostElements = 2000;

/**
The objects of a list, each mapped; nothing where the list is absent. An element that cannot be read makes the list
unknown, for it might be the one that matters.

@param read Gives nothing for what it cannot read.
*/
export const listOf = <T>(parent: Branch, name: string, read: (element: Branch) => Fact<T | undefined>): Fact<readonly T[] | undefined> => {
	const list = parent.list(name);
	if (list === undefined || isUnknown(list)) {
		return list;
	}

	const path = parent.path === '' ? name : `${parent.path}.${name}`;
	if (list.length > mostElements) {
		return unknown('malformed', `\`${path}\` has ${list.length} elements, more than an object of Kubernetes can hold`);
	}

	const items: T[] = [];
	for (const element of list) {
		const item = read(Branch.of(element));
		if (isUnknown(item)) {
			return item;
		}

		if (item === undefined) {
			return unknown('malformed', `an element of \`${path}\` cannot be read`);
		}

		items.push(item);
	}

	return items;
};
