import test from 'ava';
import {kubeletLine} from '../../../views/patching/kubelet-line.js';

const textOf = (ends: string | undefined): string => kubeletLine({
	state: 'supported', version: '1.34.8', ends, because: '',
}, Date.parse('2026-12-01T05:00:00Z')).map(({text}) => text).join('');

test('a date of the calendar that is over is no promise, though the region still offers the version', t => {
	t.is(textOf('2027-03-31'), '1.34.8 supported until 2027-03-31');
	t.is(textOf('2026-12-01'), '1.34.8 supported until 2026-12-01');
	t.is(textOf('2026-11-30'), '1.34.8 supported: its region still offers it, though by the calendar support ended on 2026-11-30');
	t.is(textOf(undefined), '1.34.8 supported');
});
