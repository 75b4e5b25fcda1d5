import type {Operation} from '../../../source/posture/access/operation.js';
import type {Standing} from '../../../source/posture/access/right.js';
import type {RoleRow} from '../../../source/posture/access/role-matrix.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';
import type {Segment, Theme} from '../../theme.js';

const cell = 5;
const narrowestName = 16;
const widestName = 36;

/**
Letters that differ without colour, and in ASCII.
*/
const marks: Readonly<Record<Exclude<Standing, 'none'>, Segment>> = {
	given: {text: 'X', bold: true},
	conditional: {text: 'c', tone: 'medium'},
	eligible: {text: 'e', tone: 'info'},
	unknown: {text: '?', tone: 'unknown'},
	denied: {text: 'd', tone: 'dim'},
};

/**
The mark of a cell, so many cells wide.
*/
export const markOf = (is: Standing, theme: Theme, width = cell): Segment => {
	const mark: Segment = is === 'none' ? {text: theme.glyphs.separator, tone: 'dim'} : marks[is];
	return {...mark, text: mark.text.padEnd(width)};
};

/**
What the marks mean.
*/
export const markLegend = (theme: Theme): string => `X given, c under a condition or in a part of it, e once taken on (PIM), ? not known, d denied, ${theme.glyphs.separator} not given`;

/**
A table of roles by operations as rows of a sheet: a name that is longer than its column has a line of its own.
*/
export const roleMatrixRows = (rows: readonly RoleRow[], operations: readonly Operation[], width: number, theme: Theme): readonly SheetRow[] => {
	const indent = 2;
	const nameWidth = Math.max(narrowestName, Math.min(widestName, width - indent - (cell * operations.length)));
	const head: SheetRow = {value: [{text: 'ROLE'.padEnd(nameWidth), tone: 'dim'}, ...operations.map(({short}): Segment => ({text: short.padEnd(cell), tone: 'dim'}))]};
	return [head, ...rows.flatMap(({role, rights}): readonly SheetRow[] => {
		const cells = rights.map(({is}) => markOf(is, theme));
		return role.name.length < nameWidth
			? [{value: [{text: role.name.padEnd(nameWidth)}, ...cells]}]
			: [{value: [{text: role.name}]}, {value: [{text: ' '.repeat(nameWidth)}, ...cells]}];
	})];
};
