import {
	chmod,
	mkdtemp,
	readFile,
	readdir,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {saveFile} from '../../source/terminal/save-file.js';

const folderFor = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-save-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	return folder;
};

test('a new file for its owner alone', async t => {
	const folder = await folderFor(t);
	t.deepEqual(await saveFile(folder, 'fixes', 'sh', 'text'), {name: 'fixes.sh', folder});
	t.is(await readFile(path.join(folder, 'fixes.sh'), 'utf8'), 'text');
	const {mode} = await stat(path.join(folder, 'fixes.sh'));
	t.is(mode % 0o1000, 0o600);
});

test('what is there is left alone, links too: the next free name is taken', async t => {
	const folder = await folderFor(t);
	await writeFile(path.join(folder, 'fixes.sh'), 'mine');
	await symlink(path.join(folder, 'elsewhere'), path.join(folder, 'fixes-2.sh'));
	t.deepEqual(await saveFile(folder, 'fixes', 'sh', 'text'), {name: 'fixes-3.sh', folder});
	t.is(await readFile(path.join(folder, 'fixes.sh'), 'utf8'), 'mine');
	t.deepEqual(await readdir(folder), ['fixes-2.sh', 'fixes-3.sh', 'fixes.sh']);
});

test('a folder that is gone is one sentence', async t => {
	const folder = await folderFor(t);
	t.deepEqual(await saveFile(path.join(folder, 'gone'), 'fixes', 'sh', 'text'), {problem: `Not written: the folder is gone (${folder}/gone)`});
});

// Root may write anywhere.
(process.getuid?.() === 0 ? test.skip : test)('a folder that may not be written is one sentence', async t => {
	const folder = await folderFor(t);
	await chmod(folder, 0o500);
	t.deepEqual(await saveFile(folder, 'fixes', 'sh', 'text'), {problem: `Not written: this folder may not be written (${folder})`});
});

test('when a hundred like it are there, it gives up', async t => {
	const folder = await folderFor(t);
	await Promise.all(Array.from({length: 100}, async (_, index) => writeFile(path.join(folder, index === 0 ? 'a.sh' : `a-${index + 1}.sh`), '')));
	const {problem} = await saveFile(folder, 'a', 'sh', 'text');
	t.regex(problem ?? '', /^Not written: a\.sh and 99 like it are there already/v);
});
