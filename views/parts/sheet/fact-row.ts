import {isUnknown, type Fact, type Unknown} from '../../../source/model/known.js';
import type {Line, Tone} from '../../theme.js';
import type {SheetRow} from './sheet.js';

/**
A fact that could not be read, with its reason: never blank, never a default.
*/
export const unknownLine = ({reason}: Unknown): Line => [{text: 'unknown', tone: 'unknown'}, {text: `: ${reason}`}];

/**
One text in one tone.
*/
export const words = (text: string, tone?: Tone): Line => [{text, tone}];

/**
A row of a sheet from a fact. `show` says a value in words; `absent` is what it means that Azure sends nothing.
*/
export const factRow = <T>(label: string, fact: Fact<T | undefined>, show: (value: T) => Line, absent: Line = words('not set', 'dim')): SheetRow => {
	if (isUnknown(fact)) {
		return {label, value: unknownLine(fact)};
	}

	// An empty text says as little as none.
	const isAbsent = fact === undefined || fact === '';
	return {label, value: isAbsent ? absent : show(fact)};
};

/**
A row whose fact is a text or number and is shown as it is.
*/
export const textRow = (label: string, fact: Fact<string | number | undefined>, absent?: Line): SheetRow =>
	factRow(label, fact, value => words(String(value)), absent);

/**
What a switch means in the two positions; `undefined` is what Azure does when nothing is set.
*/
export type SwitchWords = {readonly on: Line; readonly off: Line; readonly absent?: Line};

/**
A row whose fact is a switch.
*/
export const switchRow = (label: string, fact: Fact<boolean | undefined>, {on, off, absent}: SwitchWords): SheetRow =>
	factRow(label, fact, value => (value ? on : off), absent ?? off);

export const goodWhenOn: SwitchWords = {on: words('on', 'good'), off: words('off', 'medium')};
export const plainSwitch: SwitchWords = {on: words('on'), off: words('off')};

/**
A row with one entry a line would be long: entries stand behind one another.
*/
export const listRow = (label: string, fact: Fact<readonly string[] | undefined>, none: Line): SheetRow =>
	factRow(label, fact, values => (values.length === 0 ? none : words(values.join(', '))), none);
