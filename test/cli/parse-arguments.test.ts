import fc from 'fast-check';
import test, {type ExecutionContext} from 'ava';
import {parseArguments} from '../../source/cli/parse-arguments.js';
import {UsageError} from '../../source/model/usage-error.js';
import {flagNames} from '../../source/settings/catalogue.js';

const problems = async (t: ExecutionContext, argv: readonly string[]): Promise<readonly string[]> => {
	const error = await t.throwsAsync(parseArguments(argv), {instanceOf: UsageError});
	return error.problems;
};

test('every flag arrives at its setting', async t => {
	t.deepEqual(await parseArguments([
		'--demo=50',
		'--seed',
		'7',
		'--subscription',
		'one',
		'--subscription=two',
		'--management-group',
		'platform',
		'--tenant',
		'contoso.example',
		'--cloud',
		'clouds/own.json',
		'--auth=azure-cli',
		'--interval',
		'2m',
		'--config',
		'c.yaml',
		'--no-color',
		'--ascii',
		'--log-file',
		'l',
		'--debug',
	]), {
		demo: '50',
		seed: '7',
		subscriptions: ['one', 'two'],
		managementGroup: 'platform',
		tenant: 'contoso.example',
		cloud: 'clouds/own.json',
		auth: 'azure-cli',
		interval: '2m',
		config: 'c.yaml',
		color: 'false',
		ascii: 'true',
		logFile: 'l',
		debug: 'true',
	});
	t.deepEqual(await parseArguments([]), {});
});

test('the value of --demo is its own only with an equals sign', async t => {
	t.deepEqual(await parseArguments(['--demo', '--ascii']), {demo: 'on', ascii: 'true'});
	t.deepEqual(await problems(t, ['--demo', '5']), ['"5": a command is the first word, and what follows is flags only. See crowsnest --help.']);
});

test('values that look like something else', async t => {
	t.deepEqual(await parseArguments(['--subscription=--prod', '--seed=-1', '--tenant=', '--subscription', '007']), {
		subscriptions: ['--prod', '007'], seed: '-1', tenant: '',
	});
});

test('what is missing, too much or twice', async t => {
	t.deepEqual(await problems(t, ['--seed']), ['--seed: its value is missing; write --seed S.']);
	t.deepEqual(await problems(t, ['--seed', '--ascii']), ['--seed: its value is missing; write --seed S.']);
	t.deepEqual(await problems(t, ['--ascii=yes']), ['--ascii: it takes no value; write --ascii alone.']);
	t.deepEqual(await problems(t, ['--seed', '1', '--seed', '2']), ['--seed: it may be given once only.']);
	t.deepEqual(await problems(t, ['--', '--color']), ['--: there is no such flag. See crowsnest --help.', '--color: there is no such flag. Did you mean --no-color?']);
	t.deepEqual(await problems(t, ['--__proto__=x', '--constructor']), ['--__proto__: there is no such flag. See crowsnest --help.', '--constructor: there is no such flag. See crowsnest --help.']);
});

test('whatever is typed, there are flags or sentences of one line, never another error', async t => {
	const word = fc.oneof(
		fc.string(),
		fc.string({unit: 'binary'}),
		fc.constantFrom(...flagNames),
		fc.tuple(fc.constantFrom(...flagNames), fc.string()).map(([flag, value]) => `${flag}=${value}`),
		fc.string().map(text => `--${text}`),
	);
	const property = fc.asyncProperty(fc.array(word, {maxLength: 6}), async argv => {
		const [result] = await Promise.allSettled([parseArguments(argv)]);
		const isSound = result.status === 'fulfilled'
			|| (result.reason instanceof UsageError && result.reason.problems.length > 0 && result.reason.problems.every(problem => !/\p{Control}/v.test(problem)));
		t.true(isSound, JSON.stringify([argv, String(result.status === 'rejected' ? result.reason : '')]));
	});
	await fc.assert(property, {numRuns: 500});
});

test('the demo alone, which meow is not loaded for, reads as it does beside another flag', async t => {
	const demoIs = fc.string().map(value => `--demo=${value}`);
	const demo = fc.oneof(fc.constant('--demo'), demoIs);
	await fc.assert(fc.asyncProperty(demo, async flag => {
		const {debug: _other, ...beside} = await parseArguments([flag, '--debug']);
		t.deepEqual(await parseArguments([flag]), beside);
	}));
});
