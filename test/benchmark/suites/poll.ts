import path from 'node:path';
import process from 'node:process';
import {startInTerminal} from '../../support/terminal.js';
import {root} from '../program.js';
import {atMost, medianFigure, type Suite} from '../figure.js';
import {isFilled} from '../screen.js';

const polls = 8;

const program = path.join(import.meta.dirname, '../one-row-program.tsx');

/**
Without the header, whose age and countdown change with every poll.
*/
const linesChanged = (before: readonly string[], after: readonly string[]): readonly string[] => after.filter((line, index) => index > 0 && line !== before[index]);

/**
The dashboard over a fleet in which each poll finds one cluster on another Kubernetes version, and nothing else new.

@returns bytes of each poll in which exactly one line below the header changed, header and all
*/
const changeOneRow = async (): Promise<readonly number[]> => {
	const terminal = startInTerminal({command: process.execPath, args: ['--import=tsx', program], cwd: root});
	try {
		await terminal.waitFor(isFilled, {deadline: 60_000});
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

export const pollSuite: Suite = {
	name: 'poll',
	about: 'Ordinary demo at 120×40 without its story: everything written for a poll that finds one cluster on another version, the header\'s clock among it.',
	measure: async () => [medianFigure('a poll that changes one row', 'B', await changeOneRow(), atMost(500))],
};
