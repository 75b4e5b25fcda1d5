import {Box, Text} from 'ink';
import {Table, type CellProps} from 'ink-table';
import type {PropsWithChildren} from 'react';
import {registryOperations} from '../../source/posture/access/registry-operations.js';
import type {RoleRow} from '../../source/posture/access/role-matrix.js';
import {markLegend, markOf, roleMatrixRows} from '../drill/access/role-matrix-rows.js';
import {useFocusedView} from '../focus.js';
import {words} from '../parts/sheet/fact-row.js';
import {drawSheet} from '../parts/sheet/sheet.js';
import {useTools} from '../tools.js';
import {useSnapshot} from '../use-fleet.js';
import LinesView from './lines-view.js';

const operations = registryOperations('rbac');

const title = 'Roles: what each of the seven classic ones gives on a registry';

/**
Cells of the table with its lines: name, seven operations, and the padding of each.
*/
const widthOfTable = 74;

/**
A line of names, one line for each role and one below each, one for the title, and four for what marks and columns mean.
*/
const heightOfTable = 22;

const columnWords = `${operations.map(({short, title: name}) => `${short} ${name.toLowerCase()}`).join(', ')}.`;

const none: readonly RoleRow[] = [];

const textOf = (children: PropsWithChildren['children']): string => (Array.isArray(children) ? children.join('') : (children as string));

/**
The lines of the table in ASCII.
*/
const plainEdge = (text: string): string => text.replaceAll('─', '-').replaceAll('│', '|').replaceAll(/[┌┐└┘├┤┬┴┼]/gv, '+');

/**
The published matrix of the classic roles, in RBAC mode, computed from their definitions. In a room that it does not fit, the same as text.
*/
export default function RolesScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {theme, isAscii} = useTools();
	const {access} = useSnapshot();
	const rows = access?.reference('rbac').classic ?? none;
	const isTable = rows.length > 0 && width >= widthOfTable && height >= heightOfTable;
	useFocusedView(isTable, {
		context: 'text', onAction: () => false, selected: () => undefined, marked: () => [], fix: () => undefined,
	});
	if (!isTable) {
		const value = words(rows.length === 0 ? 'Rights are being worked out.' : markLegend(theme), 'dim');
		const sections = [{title, rows: [...(rows.length === 0 ? [] : roleMatrixRows(rows, operations, width - 2, theme)), {value}]}];
		return <LinesView id='roles' lines={drawSheet(sections, width - 2, theme)} width={width} height={height} title={[{text: 'Roles', tone: 'accent', bold: true}]} corner={[]}/>;
	}

	const data = rows.map(({role, rights}) => Object.fromEntries([['ROLE', role.name], ...rights.map(({is}, index) => [operations[index]!.short, markOf(is, theme, 1).text])]) as Record<string, string>);
	return (
		<Box flexDirection='column' width={width} height={height}>
			<Text>{theme.paint(title, 'heading', true)}</Text>
			<Table
				data={data}
				header={({children}: PropsWithChildren) => <Text>{theme.paint(textOf(children), 'dim')}</Text>}
				cell={({children}: CellProps) => <Text>{theme.paint(isAscii ? plainEdge(textOf(children)) : textOf(children), 'plain')}</Text>}
				skeleton={({children}: PropsWithChildren) => <Text>{theme.paint(isAscii ? plainEdge(textOf(children)) : textOf(children), 'dim')}</Text>}
			/>
			<Text>{theme.paint(`X given, ${theme.glyphs.separator} not given by this role alone`, 'dim')}</Text>
			<Text>{theme.paint(columnWords, 'dim')}</Text>
			<Text>{theme.paint('A registry\'s Access tab has every role, and why.', 'dim')}</Text>
		</Box>
	);
}
