import {isUnknown, type Fact} from '../../source/model/known.js';
import type {Cell} from './column.js';

/**
What could not be read: never blank, never a value.
*/
export const unknownCell: Cell = {text: '?', tone: 'unknown'};

/**
Azure answered, and left this out.
*/
export const notReportedCell: Cell = {text: 'not reported', tone: 'unknown'};

/**
Shows a fact: `?` where it could not be read, `not reported` where Azure sends nothing, or else what `show` makes of it. `absent`
is the cell for a member that Azure left out, where leaving it out has a meaning.
*/
export const factCell = <T>(fact: Fact<T | undefined>, show: (value: T) => Cell, absent: Cell = notReportedCell): Cell => {
	if (isUnknown(fact)) {
		return unknownCell;
	}

	return fact === undefined || fact === null ? absent : show(fact);
};

/**
Shows a text as it is.
*/
export const textCell = (fact: Fact<string | undefined>): Cell => factCell(fact, text => ({text}));

/**
Shows a text that may be empty: what an assessment of a whole subscription has for a resource group.
*/
export const plainCell = (text: string): Cell => (text === '' ? {text: '-', tone: 'dim'} : {text});
