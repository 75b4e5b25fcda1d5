import type {AccessMatrix, AccessResource, MatrixRow} from '../../../source/posture/access/access-matrix.js';
import type {AccessView} from '../../../source/posture/access/access-view.js';
import type {Operation} from '../../../source/posture/access/operation.js';
import {cellWidth} from '../../parts/text/cells.js';
import {cut} from '../../parts/text/cut.js';
import {pad} from '../../parts/text/pad.js';
import {plural} from '../../../source/model/plural.js';
import type {Line, Segment, Theme} from '../../theme.js';
import type {PickItem, Tab, TabContext} from '../tab.js';
import {kindWords} from './access-words.js';
import {referenceLines} from './reference-lines.js';
import {rightLines} from './right-lines.js';
import {markLegend, markOf} from './role-matrix-rows.js';
import {needWords} from './role-reasons.js';

/**
From this width on the explanation stands beside the list, which has this share of it (see `layOutPick`).
*/
const besideFrom = 90;
const share = 0.42;
const cursorAndMark = 2;
const divider = 3;

const widestName = 40;
const narrowestName = 14;
const cells = [5, 4] as const;
const narrowCell = 2;

type Grid = {readonly name: number; readonly cell: number};

/**
Room for names and cells: cells are wide enough for their headings where the room allows it.
*/
const gridOf = ({rows, operations}: AccessMatrix, width: number): Grid => {
	const room = (width >= besideFrom ? Math.floor(width * share) : width) - cursorAndMark;
	const longest = Math.min(widestName, Math.max(narrowestName, ...rows.map(({name}) => cellWidth(name) + 1)));
	const cell = cells.find(size => room - (size * operations.length) >= narrowestName) ?? narrowCell;
	return {cell, name: Math.max(narrowestName, Math.min(longest, room - (cell * operations.length)))};
};

const headings = (operations: readonly Operation[], {cell, name}: Grid): Line => [
	{text: pad('WHO', name), tone: 'dim'},
	...operations.map(({short}): Segment => ({text: pad(cut(short, cell - 1, ''), cell), tone: 'dim'})),
];

const columnLine = ({short, title, means, require, needs}: Operation): Line => [
	{text: `  ${pad(short, 6)}`, tone: 'dim'},
	{text: title},
	{text: `: ${means}`, tone: 'dim'},
	...(needs.length === 0 ? [] : [{text: `; needs ${needs.map(need => needWords(need)).join(require === 'any' ? ' or ' : ' and ')}`, tone: 'dim'} as const]),
];

const aboutItem = ({operations, rows, gaps, notes}: AccessMatrix, grid: Grid, theme: Theme): PickItem => ({
	key: 'columns',
	title: headings(operations, grid),
	explanation: [
		[{text: `${gaps.length === 0 ? '' : 'At least '}${plural(rows.length, 'principal')} can do something here.`, bold: true}],
		...gaps.map((gap): Line => [{text: 'At least, because not known: ', tone: 'unknown'}, {text: gap}]),
		...notes.map((note): Line => [{text: note}]),
		[],
		[{text: markLegend(theme), tone: 'dim'}],
		[],
		[{text: 'Columns', tone: 'heading'}],
		...operations.map(operation => columnLine(operation)),
	],
});

const idLine = ({id, nameGap}: MatrixRow): Line => [{text: nameGap ?? id, tone: nameGap === undefined ? 'dim' : 'unknown'}];

const rowItem = (row: MatrixRow, resource: AccessResource, view: AccessView, grid: Grid, theme: Theme): PickItem => ({
	key: row.id,
	title: [
		{text: pad(cut(row.name, grid.name - 1, theme.glyphs.ellipsis), grid.name), tone: kindWords[row.kind].tone},
		...row.marks.map(is => markOf(is, theme, grid.cell)),
	],
	// Worked out for the one under the cursor only.
	get explanation() {
		const {word, tone} = kindWords[row.kind];
		return [
			[{text: row.name, bold: true}, {text: '  '}, {text: word, tone}],
			idLine(row),
			[],
			...row.rights.flatMap(right => rightLines(right, resource.key, view, theme)),
		];
	},
	opens: {
		view: 'drill', kind: 'principal', key: row.id, tab: 'overview',
	},
});

const referenceItem = (resource: AccessResource, {reference}: AccessView, width: number, theme: Theme): readonly PickItem[] => {
	if (resource.kind !== 'registry') {
		return [];
	}

	const room = width >= besideFrom ? width - Math.floor(width * share) - divider : width;
	return [{
		key: 'reference',
		title: [{text: 'Reference: the built-in roles', tone: 'accent'}],
		get explanation() {
			return referenceLines(resource, reference, room, theme);
		},
	}];
};

type Made = {readonly view: AccessView; readonly width: number; readonly theme: Theme; readonly items: readonly PickItem[]};

const made = new WeakMap<AccessResource, Made>();

const itemsOf = ({resource, snapshot: {access}, width, theme}: TabContext<AccessResource>): readonly PickItem[] => {
	if (!access) {
		return [];
	}

	// It is drawn at each key, and its rows change by the hour.
	const known = made.get(resource);
	if (known?.view === access && known.width === width && known.theme === theme) {
		return known.items;
	}

	const matrix = access.matrixOf(resource);
	const grid = gridOf(matrix, width);
	const items = [
		aboutItem(matrix, grid, theme),
		...matrix.rows.map(row => rowItem(row, resource, access, grid, theme)),
		...referenceItem(resource, access, width, theme),
	];
	made.set(resource, {
		view: access, width, theme, items,
	});
	return items;
};

/**
Who can do what with a resource: principals by operations, each cell with what decides on it; on a registry what every built-in role
gives by itself stands below.
*/
export const accessTab = <R extends AccessResource>(): Tab<R> => ({
	id: 'access',
	title: 'Access',
	type: 'pick',
	items: context => itemsOf(context),
	empty: () => 'Being worked out.',
});
