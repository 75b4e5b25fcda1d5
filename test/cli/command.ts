import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';

export type Ended = {readonly code: number | undefined; readonly stdout: string; readonly stderr: string};

const root = path.join(import.meta.dirname, '../..');

/**
Runs the front door from its source in a process of its own, in an environment that holds nothing but what is given.
*/
export const crowsnest = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
	const child = spawn(process.execPath, ['--import=tsx', path.join(root, 'source/cli.ts'), ...argv], {
		cwd: root,
		env: {PATH: process.env.PATH, ...env},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', code => {
			resolve({code: code ?? undefined, stdout, stderr});
		});
	});
};

/**
An empty folder for one test; as home folder it holds no config file and no kept fleet.
*/
export const folder = async (t: ExecutionContext): Promise<string> => {
	const created = await mkdtemp(path.join(tmpdir(), 'crowsnest-'));
	t.teardown(async () => rm(created, {recursive: true}));
	return created;
};
