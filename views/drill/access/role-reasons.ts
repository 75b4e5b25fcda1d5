import type {Need} from '../../../source/posture/access/operation.js';
import type {NeedRight, Right} from '../../../source/posture/access/right.js';
import type {RoleRow} from '../../../source/posture/access/role-matrix.js';
import {words} from '../../parts/sheet/fact-row.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';

/**
Longer names have a line of their own; a narrow sheet has labels of 20 cells.
*/
const longestLabel = 20;

const isHeld = ({is}: NeedRight): boolean => is === 'given' || is === 'conditional';

/**
An action as a person reads it beside its registry: without the type that they all share.
*/
export const needWords = ({plane, action}: Need): string => `${plane === 'data' ? 'data action ' : ''}${action.slice(action.indexOf('/') + 1)}`;

const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const patternsOf = ({needs}: Right): readonly string[] => [...new Set(needs.flatMap(({by}) => by.map(({pattern}) => pattern)))];

const given = (rights: readonly Right[]): readonly Line[] => Map.groupBy(rights.filter(({is}) => is !== 'none'), right => patternsOf(right).join(' and '))
	.entries()
	.map(([patterns, ofPattern]): Line => [{text: ofPattern.map(({operation}) => inSentence(operation.title)).join(', ')}, {text: ` by ${patterns}`, tone: 'dim'}])
	.toArray();

/**
Operations of which a role holds one half.
*/
const halves = (rights: readonly Right[]): readonly Line[] => rights
	.filter(({is, needs}) => is === 'none' && needs.some(need => isHeld(need)))
	.map(({operation, needs}): Line => [
		{text: `not ${inSentence(operation.title)}: `},
		{text: needs.map(need => (isHeld(need) ? `has ${needWords(need.need)} by ${need.by[0]!.pattern}` : `lacks ${needWords(need.need)}`)).join(', '), tone: 'dim'},
	]);

/**
Why a role gives what it gives: the entries of its definition, and what it has only one half of.
*/
export const roleReasons = ({role, rights}: RoleRow): readonly SheetRow[] => {
	const lines = [...given(rights), ...halves(rights)];
	const shown: readonly Line[] = lines.length === 0 ? [words('nothing of these', 'dim')] : lines;
	const isLong = role.name.length > longestLabel;
	return [
		...(isLong ? [{value: words(role.name, 'dim')}] : []),
		...shown.map((value, index) => ({label: isLong || index > 0 ? '' : role.name, value})),
	];
};
