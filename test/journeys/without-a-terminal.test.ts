import test from 'ava';
import {runProgram} from '../support/run-program.js';

test.serial('a pipe gets one plain summary of the demo', async t => {
	const {code, stdout, stderr} = await runProgram(t, ['--demo']);
	t.deepEqual([code, stderr], [0, '']);
	t.regex(stdout, /^crowsnest {2}DEMO, nothing here is real/v);
	t.regex(stdout, /^Fleet +24 clusters, 60 node pools, 9 registries, 12 container groups$/mv);
	t.regex(stdout, /^Posture +\d+ of 100$/mv);
	// Azure counts 300; the resources of two are gone.
	t.regex(stdout, /^Findings +298 findings/mv);
	t.notRegex(stdout.replaceAll('\n', ''), /\p{Control}/v);
});

test.serial('colours are not forced on a pipe', async t => {
	const {code, stdout} = await runProgram(t, ['--demo'], {FORCE_COLOR: '3', TERM: 'xterm-256color'});
	t.is(code, 0);
	t.notRegex(stdout.replaceAll('\n', ''), /\p{Control}/v);
});

test.serial('a reader that has seen enough is no error', async t => {
	const {code, stderr} = await runProgram(t, ['--demo'], {}, {closeStdoutAfter: 1});
	t.deepEqual([code, stderr], [0, '']);
});

test.serial('help and version need nothing else', async t => {
	const help = await runProgram(t, ['--help']);
	t.deepEqual([help.code, help.stderr], [0, '']);
	t.true(help.stdout.includes('--cloud'));
	const version = await runProgram(t, ['--version']);
	t.regex(version.stdout, /^\d+\.\d+\.\d+\n$/v);
});
