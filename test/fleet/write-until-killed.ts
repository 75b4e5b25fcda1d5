import process from 'node:process';
import {writeKept} from '../../source/fleet/keep/write-kept.js';
import {cluster, collected} from './fleet-fakes.js';

// Keeps one fleet after the other until it is killed; the parent kills it in the middle.
const [file] = process.argv.slice(2);
const clusters = Array.from({length: 400}, (_, index) => cluster(`cluster-${index}`));
process.stdout.write('writing\n');
for (let round = 1; ; round++) {
	// eslint-disable-next-line no-await-in-loop -- one after the other is the point
	await writeKept(file!, {clusters: {readAt: round, data: collected(clusters)}});
	process.stdout.write('written\n');
}
