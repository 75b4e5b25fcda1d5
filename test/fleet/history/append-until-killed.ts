import process from 'node:process';
import {appendHistory, writeHistory} from '../../../source/fleet/history/write-history.js';
import {shapeOf} from '../../../source/fleet/history/record.js';

// Appends one look after the other until it is killed; the parent kills it in the middle.
const [file, name = 'one', from = '0'] = process.argv.slice(2);
const record = {
	name, kind: 'cluster', shape: shapeOf(['a', 'b']), codes: 'AK', isHidden: false,
} as const;
if (from === '0') {
	await writeHistory(file!, [{
		type: 'start', at: 0, run: 'r', process: 1, kinds: ['cluster'],
	}]);
}

process.stdout.write('writing\n');
for (let look = 1; ; look++) {
	const lines = Array.from({length: 50}, (_, index) => ({
		type: 'resource', at: look, key: `/${name}/${look}/${index}`, isFirst: true, record,
	} as const));
	// eslint-disable-next-line no-await-in-loop -- one after the other is the point
	await appendHistory(file!, lines);
	process.stdout.write(`written ${look}\n`);
}
