import {
	mkdtemp,
	readFile,
	rm,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {hostCommand} from '../../../source/cli/commands/host.js';
import {UsageError} from '../../../source/model/usage-error.js';
import {hostFileSchema, hostJsonSchema} from '../../../source/posture/hosts/host-file.js';

const run = async (t: ExecutionContext, content: string): Promise<{readonly code: number; readonly text: string; readonly file: string}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-host-'));
	t.teardown(async () => rm(folder, {recursive: true}));
	const file = path.join(folder, 'host.json');
	await writeFile(file, content);
	let text = '';
	const code = await hostCommand([file], {
		columns: 80,
		async out(part: string) {
			text += part;
		},
	});
	return {code, text, file};
};

const fault = async (t: ExecutionContext, content: string): Promise<string> => {
	const error = await t.throwsAsync(async () => run(t, content), {instanceOf: UsageError});
	return error.message;
};

test('a machine that has everything runs containers both ways', async t => {
	const {code, text} = await run(t, JSON.stringify({
		name: 'build-07', product: 'Windows Server 2022 Standard', version: '10.0.20348.2', memoryGiB: 8, processors: 4, isVirtual: true, hyperV: true, nestedVirtualization: true, systemDrive: 'C:',
	}));
	t.is(code, 0);
	t.regex(text, /^build-07: can it run Windows containers\?/v);
	t.regex(text, /With process isolation: yes/v);
	t.regex(text, /With Hyper-V isolation: yes/v);
	t.notRegex(text, /unknown|NOT MET/v);
});

test('what is left out is unknown, with the command that would tell', async t => {
	const {code, text} = await run(t, '{}');
	t.is(code, 0);
	t.regex(text, /With process isolation: unknown/v);
	t.regex(text, /With Hyper-V isolation: unknown/v);
	t.regex(text, /\$env:SystemDrive/v);
	t.notRegex(text, / met /v);
});

test('a virtual machine that is too small runs none under Hyper-V', async t => {
	const {text} = await run(t, JSON.stringify({
		product: 'Windows 11 Enterprise', version: '10.0.26200', memoryGiB: 2, processors: 4, isVirtual: true, hyperV: true, nestedVirtualization: true, systemDrive: 'D:',
	}));
	t.regex(text, /With process isolation: no/v);
	t.regex(text, /With Hyper-V isolation: no/v);
	t.regex(text, /NOT MET +The virtual machine has 4 GiB of memory or more \(2 GiB\)/v);
});

test('a name with escape sequences is shown without them', async t => {
	const {text} = await run(t, JSON.stringify({name: '\u{1B}[31mred\u{202E}'}));
	t.false(text.includes('\u{1B}') || text.includes('\u{202E}'));
});

test('a bad file is one sentence for each fault, with its name and what may stand there', async t => {
	t.regex(await fault(t, '{'), /host\.json: it is not JSON \(.+\); schemas\/host\.schema\.json tells what it may hold\./v);
	t.regex(await fault(t, '[]'), /host\.json: it has to be an object;/v);
	t.regex(await fault(t, '{"memoryGiB": "4"}'), /`memoryGiB`: it has to be a number;/v);
	t.regex(await fault(t, '{"memory": 4}'), /there is no member `memory`;/v);
	t.regex(await fault(t, String.raw`{"systemDrive": "C:\\"}`), /`systemDrive`: it is not what can stand here;/v);
	t.regex(await fault(t, '{"processors": 0}'), /`processors`: it is not what can stand here;/v);
});

test('what cannot be meant is said', async t => {
	const context = {columns: 80, out: async () => undefined};
	await t.throwsAsync(async () => hostCommand([], context), {instanceOf: UsageError, message: /which machine/v});
	await t.throwsAsync(async () => hostCommand(['a', 'b'], context), {instanceOf: UsageError, message: /b: it takes one file/v});
	await t.throwsAsync(async () => hostCommand(['--json'], context), {instanceOf: UsageError, message: /--json: it takes one file/v});
	await t.throwsAsync(async () => hostCommand([path.join(tmpdir(), 'no-such-host.json')], context), {instanceOf: UsageError, message: /there is no such file/v});
});

test('the published schema is what the program reads by; build/host-schema.ts writes it anew', async t => {
	const published = await readFile(new URL('../../../schemas/host.schema.json', import.meta.url), 'utf8');
	t.is(published, `${JSON.stringify(hostJsonSchema(), undefined, '\t')}\n`);
	const {properties} = JSON.parse(published) as {readonly properties: Readonly<Record<string, {readonly description?: string}>>};
	t.deepEqual(Object.keys(properties), Object.keys(hostFileSchema.def.shape));
	t.deepEqual(Object.entries(properties).filter(([, {description}]) => description === undefined).map(([name]) => name), ['$schema', 'name']);
});
