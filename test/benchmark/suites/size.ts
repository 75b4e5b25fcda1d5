import {execFileSync} from 'node:child_process';
import {atMost, type Suite} from '../figure.js';
import {root} from '../program.js';

type Packed = ReadonlyArray<{readonly size: number; readonly unpackedSize: number; readonly entryCount: number}>;

export const sizeSuite: Suite = {
	name: 'size',
	about: 'What npm pack would put into the tarball; MB are millions of bytes.',
	async measure() {
		const answer = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
		const [packed] = JSON.parse(answer) as Packed;
		if (!packed) {
			throw new Error('npm pack named no tarball.');
		}

		return [
			{
				name: 'tarball, unpacked', unit: 'MB', value: packed.unpackedSize / 1e6, spread: `${packed.entryCount} files`, goal: atMost(12),
			},
			{
				name: 'tarball', unit: 'MB', value: packed.size / 1e6, spread: '',
			},
		];
	},
};
