import test from 'ava';
import fc from 'fast-check';
import {PatchedMap} from '../../../source/posture/defender/patched-map.js';

const key = fc.constantFrom(...'abcdef');
const value = fc.option(fc.nat(9), {nil: undefined});
const patch = fc.array(fc.tuple(key, value), {maxLength: 6});

test('a patched map reads as one in which the entries were set and deleted, and leaves the earlier ones as they were', t => {
	const property = fc.property(fc.dictionary(key, fc.nat(9)), fc.array(patch, {maxLength: 4}), (first, patches) => {
		const plain = new Map(Object.entries(first));
		let map: ReadonlyMap<string, number> = new Map(plain);
		const seen: Array<readonly [map: ReadonlyMap<string, number>, entries: ReadonlyMap<string, number>]> = [];
		for (const changes of patches) {
			seen.push([map, new Map(plain)]);
			map = new PatchedMap(map, new Map(changes));
			for (const [name, changed] of new Map(changes)) {
				if (changed === undefined) {
					plain.delete(name);
				} else {
					plain.set(name, changed);
				}
			}
		}

		for (const [is, wanted] of [...seen, [map, plain] as const]) {
			t.is(is.size, wanted.size);
			t.deepEqual(Object.fromEntries(is), Object.fromEntries(wanted));
			t.deepEqual([...'abcdef'].map(name => [is.get(name), is.has(name)]), [...'abcdef'].map(name => [wanted.get(name), wanted.has(name)]));
		}
	});
	fc.assert(property);
});
