import test from 'ava';
import fc from 'fast-check';
import {createTextShelf} from '../../demo/transport/kubernetes/text-shelf.js';

test('a shelf gives what belongs to the question and its version, makes it anew only when it has to, and stays within its bounds', t => {
	const asked = fc.record({question: fc.constantFrom('a', 'b', 'c', 'd', 'e'), version: fc.nat(2), length: fc.nat(60)});
	fc.assert(fc.property(fc.array(asked, {maxLength: 60}), all => {
		const shelf = createTextShelf(100);
		// What a shelf of a hundred characters must still have: the latest first.
		let kept: ReadonlyArray<{readonly question: string; readonly version: number; readonly text: string}> = [];
		for (const {question, version, length} of all) {
			let isMade = false;
			const known = kept.find(entry => entry.question === question && entry.version === version);
			const text = shelf.text(question, String(version), () => {
				isMade = true;
				return `${question}${version}`.padEnd(length, '.');
			});
			t.is(isMade, known === undefined);
			t.is(text, known?.text ?? `${question}${version}`.padEnd(length, '.'));
			let room = 100;
			kept = [{question, version, text}, ...kept.filter(entry => entry.question !== question)];
			kept = kept.filter(entry => {
				room -= entry.text.length;
				return room >= 0;
			});
		}
	}));
});
