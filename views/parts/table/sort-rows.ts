import type {CellContext, Column} from '../../columns/column.js';
import {finish} from '../../../source/model/finish.js';

type SortValue = string | number | undefined;

const valueOfRow = <Row>(column: Column<Row>, row: Row, context: CellContext): SortValue => {
	const value = column.sortBy ? column.sortBy(row, context) : column.cell(row, context).text;
	return typeof value === 'string' ? value.toLowerCase() : (Number.isNaN(value) ? undefined : value);
};

/**
By code units rather than by a locale's rules: the same on every machine, and many times faster. Numbers come before texts.
*/
const compareValues = (left: string | number, right: string | number): number => {
	if (typeof left !== typeof right) {
		return typeof left === 'number' ? -1 : 1;
	}

	return left < right ? -1 : (left > right ? 1 : 0);
};

/**
Rows of which the values are read, or that are merged, between two yields; and that are sorted at once: one or two milliseconds' work.
*/
const batch = 2048;

const mergeRuns = function * <T>(left: readonly T[], right: readonly T[], compare: (one: T, other: T) => number): Generator<void, readonly T[], void> {
	const merged: T[] = [];
	let [atLeft, atRight] = [0, 0];
	while (atLeft < left.length || atRight < right.length) {
		// Of equals the left one comes first: it did before.
		const isLeft = atRight >= right.length || (atLeft < left.length && compare(left[atLeft]!, right[atRight]!) <= 0);
		merged.push(isLeft ? left[atLeft++]! : right[atRight++]!);
		if (merged.length % batch === 0) {
			yield;
		}
	}

	return merged;
};

/**
Sorts in steps; equals keep their order. What is not much is sorted at once.

@yields between two steps
*/
const sortInSteps = function * <T>(items: readonly T[], compare: (one: T, other: T) => number): Generator<void, readonly T[], void> {
	let runs: Array<readonly T[]> = [];
	for (let start = 0; start < items.length; start += batch) {
		if (start > 0) {
			yield;
		}

		runs.push(items.slice(start, start + batch).toSorted(compare));
	}

	while (runs.length > 1) {
		const next: Array<readonly T[]> = [];
		for (let index = 0; index < runs.length; index += 2) {
			const [left, right] = [runs[index]!, runs[index + 1]];
			next.push(right ? yield * mergeRuns(left, right, compare) : left);
		}

		runs = next;
	}

	return runs[0] ?? [];
};

/**
Sorts rows by a column. Rows that are equal keep their order; what is unknown comes last both ways.

@yields now and then, so that tens of thousands of rows keep no key waiting
*/
export const sortRowsInSteps = function * <Row>(rows: readonly Row[], column: Column<Row>, isDescending: boolean, context: CellContext): Generator<void, readonly Row[], void> {
	const known: Array<{readonly row: Row; readonly value: string | number}> = [];
	const unknown: Row[] = [];
	for (const [index, row] of rows.entries()) {
		const value = valueOfRow(column, row, context);
		if (value === undefined) {
			unknown.push(row);
		} else {
			known.push({row, value});
		}

		if (index % batch === batch - 1) {
			yield;
		}
	}

	const direction = isDescending ? -1 : 1;
	const sorted = yield * sortInSteps(known, (left, right) => direction * compareValues(left.value, right.value));
	const inOrder: Row[] = [];
	for (const {row} of sorted) {
		inOrder.push(row);
		if (inOrder.length % batch === 0) {
			yield;
		}
	}

	return unknown.length === 0 ? inOrder : [...inOrder, ...unknown];
};

/**
Sorts rows by a column, at once.
*/
export const sortRows = <Row>(rows: readonly Row[], column: Column<Row>, isDescending: boolean, context: CellContext): readonly Row[] =>
	finish(sortRowsInSteps(rows, column, isDescending, context));
