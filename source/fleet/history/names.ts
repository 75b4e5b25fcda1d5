import {longName} from '../../model/long-name.js';
import type {JudgedKind} from '../../posture/check.js';
import {resourcesOf, type JudgedLists} from '../../posture/judged-kinds.js';
import type {ResourceRecord} from './record.js';

type Named = Pick<ResourceRecord, 'kind' | 'name'> & {
	/**
	A Service that Azure gives away, of a cluster that nobody has looked into.
	*/
	readonly isInferred: boolean;
};

type Listed = {readonly key: string; readonly name: string; readonly isInferred?: boolean};

const indexes = new WeakMap<readonly Listed[], ReadonlyMap<string, Named>>();

const indexOf = (kind: JudgedKind, list: readonly Listed[]): ReadonlyMap<string, Named> => {
	let index = indexes.get(list);
	if (!index) {
		index = new Map(list.map(resource => [resource.key, {kind, name: longName(resource), isInferred: resource.isInferred === true}]));
		indexes.set(list, index);
	}

	return index;
};

/**
Makes the function that names a judged resource; each list is indexed at most once, and only if somebody asks.
*/
export const namesIn = (lists: JudgedLists): ((key: string) => Named | undefined) => key => {
	for (const kind of Object.keys(resourcesOf) as JudgedKind[]) {
		const named = indexOf(kind, resourcesOf[kind](lists)).get(key);
		if (named) {
			return named;
		}
	}

	return undefined;
};
