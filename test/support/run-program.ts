import {spawn} from 'node:child_process';
import process from 'node:process';
import type {ExecutionContext} from 'ava';
import {makeHome, program} from './dashboard.js';

export type Ended = {readonly code: number | undefined; readonly stdout: string; readonly stderr: string};

/**
Runs the built program without a terminal, in a home of its own, until it ends.

@param env On top of the home's.
*/
export const runProgram = async (
	t: ExecutionContext,
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>> = {},
	{closeStdoutAfter = Infinity}: {readonly closeStdoutAfter?: number} = {},
): Promise<Ended> => {
	const home = makeHome();
	t.teardown(home.remove);
	const child = spawn(process.execPath, [program, ...args], {
		env: {
			...process.env, CI: undefined, NODE_OPTIONS: undefined, ...home.env, ...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		if (stdout.length >= closeStdoutAfter) {
			child.stdout.destroy();
		}
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
