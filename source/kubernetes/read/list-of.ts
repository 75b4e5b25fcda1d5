import type {Branch} from '../../azure/read/branch.js';
import {readElements} from '../../azure/read/elements.js';
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
	return list.length > mostElements
		? unknown('malformed', `\`${path}\` has ${list.length} elements, more than an object of Kubernetes can hold`)
		: readElements(parent, name, (element): Fact<T> => read(element) ?? unknown('malformed', `an element of \`${path}\` cannot be read`));
};
