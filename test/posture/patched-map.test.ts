import test from 'ava';
import fc from 'fast-check';
import {PatchedMap} from '../../source/posture/patched-map.js';

const patch = fc.array(fc.tuple(fc.nat(9), fc.nat()), {maxLength: 5});

test('however often it is patched, it says what a copy would', t => {
	const holds = fc.property(fc.array(patch, {maxLength: 6}), patches => {
		const copy = new Map(Array.from({length: 10}, (_, key) => [key, -key]));
		let map: ReadonlyMap<number, number> = new Map(copy);
		for (const changes of patches) {
			const before = [...map];
			const earlier = map;
			map = PatchedMap.of(map, new Map(changes));
			t.deepEqual([...earlier], before, 'the one before stays as it was');
			for (const [key, value] of changes) {
				copy.set(key, value);
			}
		}

		const called: Array<readonly [number, number]> = Array.from(map, ([key, value]) => [key, value]);

		t.deepEqual(called, [...copy]);
		t.deepEqual(map.keys().toArray(), copy.keys().toArray());
		t.deepEqual(map.values().toArray(), copy.values().toArray());
		t.is(map.size, copy.size);
		t.true(copy.keys().every(key => map.has(key) && map.get(key) === copy.get(key)));
		t.false(map.has(11));
	});
	fc.assert(holds);
});

test('much that is patched becomes a map of its own', t => {
	const map = new Map(Array.from({length: 5000}, (_, key) => [key, 0]));
	t.true(PatchedMap.of(map, new Map([[1, 1]])) instanceof PatchedMap);
	const whole = PatchedMap.of(map, new Map(map.keys().map(key => [key, 1])));
	t.true(whole instanceof Map);
	t.is(whole.get(4999), 1);
});
