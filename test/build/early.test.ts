import test from 'ava';
import {wantsDashboard} from '../../build/early.js';

test('a dashboard comes where no command, help or version is asked for, on a terminal that can draw', t => {
	t.true(wantsDashboard([], {}, true));
	t.true(wantsDashboard(['--demo', '--seed', '7'], {}, true));
	t.false(wantsDashboard(['checks'], {}, true));
	t.false(wantsDashboard(['checks', '--json'], {}, true));
	t.false(wantsDashboard(['--demo', '--help'], {}, true));
	t.false(wantsDashboard([], {}, false));
	t.false(wantsDashboard([], {TERM: 'dumb'}, true));
});
