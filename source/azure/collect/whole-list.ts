import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {Branch} from '../read/branch.js';
import type {readList} from '../reading.js';
import {unknownOf} from './unknown-of.js';

/**
Reads a list of which one element that cannot be read makes the whole unknown: it might be the one that matters. A refusal is an unknown
fact; only what says that nobody is signed in, and an aborted signal, reject.

@param what the list holds, in words
@param open loads the client and begins to read
*/
export const collectWholeList = async <T>(what: string, open: () => Promise<ReturnType<typeof readList>>, read: (element: Branch) => Fact<T>): Promise<Fact<readonly T[]>> => {
	const items: T[] = [];
	try {
		for await (const page of await open()) {
			for (const document of page ?? [undefined]) {
				const item = document === undefined ? unknown('malformed', `The answer holds no list of ${what}.`) : read(Branch.of(document));
				if (isUnknown(item)) {
					return item;
				}

				items.push(item);
			}
		}
	} catch (error) {
		return unknownOf(error);
	}

	return items;
};
