import {cpus} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {isMet, type Figure, type Suite} from './figure.js';
import {measureNoise} from './noise.js';
import {openWorkplace, root} from './program.js';
import {bytesSuite} from './suites/bytes.js';
import {groupsSuite} from './suites/groups.js';
import {insideSuite} from './suites/inside.js';
import {imagesSuite} from './suites/images.js';
import {judgingSuite} from './suites/judging.js';
import {keysSuite} from './suites/keys.js';
import {pollSuite} from './suites/poll.js';
import {requestsSuite} from './suites/requests.js';
import {memorySuite, processorSuite} from './suites/rest.js';
import {rightsSuite} from './suites/rights.js';
import {sizeSuite} from './suites/size.js';
import {startSuite} from './suites/start.js';
import {tableLines} from './table.js';

/*
Run with names to measure only some of the figures: `npm run benchmark -- start bytes`. `--dist FOLDER` measures another build.
Nothing fails for being slow: the exit code is 1 only where something could not be measured.
*/

const {positionals, values} = parseArgs({allowPositionals: true, options: {dist: {type: 'string', default: path.join(root, 'dist')}}});
const workplace = await openWorkplace(values.dist);
const suites: readonly Suite[] = [
	startSuite(workplace), keysSuite(workplace), bytesSuite(workplace), insideSuite(workplace), groupsSuite(workplace), pollSuite, memorySuite(workplace), processorSuite(workplace), requestsSuite, imagesSuite, judgingSuite, rightsSuite, sizeSuite,
];

const measure = async (suite: Suite): Promise<readonly Figure[]> => {
	console.log(`\n${suite.name}: ${suite.about}`);
	try {
		const figures = await suite.measure();
		console.log(tableLines(figures).map(line => `  ${line}`).join('\n'));
		return figures;
	} catch (error) {
		process.exitCode = 1;
		console.log(`  could not be measured: ${error instanceof Error ? error.message : String(error)}`);
		return [];
	}
};

try {
	const unknown = positionals.filter(name => suites.every(suite => suite.name !== name));
	if (unknown.length > 0) {
		throw new Error(`There is no figure named ${unknown.join(', ')}; there are ${suites.map(({name}) => name).join(', ')}.`);
	}

	console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
	console.log(measureNoise().text);
	const figures: Figure[] = [];
	for (const suite of suites) {
		if (!(positionals.length === 0 || positionals.includes(suite.name))) {
			continue;
		}

		/* eslint-disable no-await-in-loop -- two at a time would measure each other */
		figures.push(...await measure(suite));
		/* eslint-enable no-await-in-loop */
		console.log(`  ${measureNoise().text}`);
	}

	const withGoal = figures.filter(({goal}) => goal);
	const missed = withGoal.filter(figure => isMet(figure) === false);
	console.log(`\n${withGoal.length - missed.length} of ${withGoal.length} goals met${missed.length > 0 ? `; not met: ${missed.map(({name}) => name).join(', ')}` : ''}.`);
} finally {
	await workplace.close();
}
