import test from 'ava';
import fc from 'fast-check';
import {computeLayout} from '../../views/layout.js';

test('four panes from 100×30, one with tabs from 60×15, below that nothing', t => {
	const modes = ([[100, 30], [99, 30], [100, 29], [60, 15], [59, 15], [60, 14]] as const).map(([columns, rows]) => computeLayout(columns, rows).mode);
	t.deepEqual(modes, ['panes', 'tabs', 'tabs', 'tabs', 'too-small', 'too-small']);
});

test('panes, header and footer fill the screen exactly, whatever its size', t => {
	fc.assert(fc.property(fc.integer({min: 1, max: 500}), fc.integer({min: 15, max: 200}), (columns, rows) => {
		const layout = computeLayout(columns, rows);
		t.is(layout.leftWidth + layout.rightWidth, columns);
		t.is(layout.upperHeight + layout.lowerHeight, layout.bodyHeight);
		t.is(layout.headerHeight + layout.bodyHeight + layout.footerHeight, rows);
		t.true(layout.headerHeight <= 2);
	}));
});
