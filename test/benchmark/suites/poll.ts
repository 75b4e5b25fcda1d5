import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {startInTerminal} from '../../support/terminal.js';
import {until} from '../../support/until.js';
import {root} from '../program.js';
import {atMost, medianFigure, type Suite} from '../figure.js';

const polls = 8;

const program = path.join(import.meta.dirname, '../one-row-program.tsx');

/**
Without the header, whose age and countdown change with every poll.
*/
const linesChanged = (before: readonly string[], after: readonly string[]): readonly string[] => after.filter((line, index) => index > 0 && line !== before[index]);

/**
The dashboard over a fleet in which each poll finds one cluster on another Kubernetes version, and nothing else new.

@param readFile what the program writes when it has read everything
@returns bytes of each poll in which exactly one line below the header changed, header and all
*/
const changeOneRow = async (readFile: string): Promise<readonly number[]> => {
	const terminal = startInTerminal({command: process.execPath, args: ['--import=tsx', program, readFile], cwd: root});
	try {
		await until(() => existsSync(readFile), 60_000);
		await terminal.waitForQuiet({quiet: 1000, deadline: 60_000});
		const sizes: number[] = [];
		for (let poll = 0; poll < polls; poll++) {
			const before = terminal.screen();
			const count = terminal.byteCount;
			/* eslint-disable no-await-in-loop -- one poll after the other */
			await terminal.waitFor(screen => linesChanged(before, screen).length > 0, {deadline: 60_000});
			await terminal.waitForQuiet({quiet: 1000, deadline: 60_000});
			/* eslint-enable no-await-in-loop */
			const changed = linesChanged(before, terminal.screen());
			if (changed.length !== 1) {
				throw new Error(`A poll should have changed one row, and changed ${changed.length} lines:\n${changed.join('\n')}`);
			}

			sizes.push(terminal.bytesSince(count));
		}

		return sizes;
	} finally {
		terminal.stop();
	}
};

const measure = async (): Promise<readonly number[]> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-poll-'));
	try {
		return await changeOneRow(path.join(folder, 'read'));
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

export const pollSuite: Suite = {
	name: 'poll',
	about: 'Ordinary demo at 120×40 without its story: everything written for a poll that finds one cluster on another version, the header\'s clock among it.',
	measure: async () => [medianFigure('a poll that changes one row', 'B', await measure(), atMost(500))],
};
