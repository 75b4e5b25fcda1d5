import test from 'ava';
import fc from 'fast-check';
import type {CellContext, Column} from '../../../../views/columns/column.js';
import {createDeriveSteps} from '../../../../views/parts/table/derive.js';
import {sortRows} from '../../../../views/parts/table/sort-rows.js';

type Row = {readonly key: string; readonly value: number};

const column: Column<Row> = {
	id: 'value', title: 'VALUE', minWidth: 5, width: 5, priority: 0, cell: ({value}) => ({text: String(value)}), sortBy: ({value}) => (value === 0 ? undefined : value),
};

const context = {now: 0} as unknown as CellContext;

const rowsOf = (values: readonly number[]): readonly Row[] => values.map((value, index) => ({key: String(index), value}));

test('rows sorted in steps stand as a stable sort puts them, both ways, however many they are', t => {
	const values = fc.array(fc.nat(50), {minLength: 4000, maxLength: 9000, size: 'max'});
	const property = fc.property(values, fc.boolean(), (given, isDescending) => {
		const rows = rowsOf(given);
		const known = rows.filter(({value}) => value !== 0);
		const direction = isDescending ? -1 : 1;
		const wanted = [...known.toSorted((one, other) => direction * (one.value - other.value)), ...rows.filter(({value}) => value === 0)];
		t.deepEqual(sortRows(rows, column, isDescending, context).map(({key}) => key), wanted.map(({key}) => key));
	});
	fc.assert(property, {numRuns: 10});
});

test('no step of deriving fifty thousand rows keeps a key waiting', t => {
	const rows = rowsOf(Array.from({length: 50_000}, (_, index) => (index * 7919) % 50_000));
	const stepsOfRun = (): readonly number[] => {
		const times: number[] = [];
		const steps = createDeriveSteps([column])({
			rows, sort: {column: 'value', isDescending: true}, filter: undefined, condition: ({value}) => value % 2 === 0, context,
		});
		for (let isDone = false; !isDone;) {
			const before = performance.now();
			isDone = steps.next().done === true;
			times.push(performance.now() - before);
		}

		return times;
	};

	// Of each step the least of several runs: what other programs on the machine do is not measured.
	const runs = Array.from({length: 7}, stepsOfRun);
	const least = runs[0]!.map((_, index) => Math.min(...runs.map(times => times[index]!)));
	t.log(`${least.length} steps, the longest ${Math.max(...least).toFixed(1)} ms`);
	t.true(least.length > 50);
	t.true(Math.max(...least) < 16);
});
