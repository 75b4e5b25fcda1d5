import type {AccessView} from '../../../source/posture/access/access-view.js';
import type {
	Denial,
	NeedRight,
	Reason,
	Right,
} from '../../../source/posture/access/right.js';
import type {Line, Theme} from '../../theme.js';
import {markOf} from './role-matrix-rows.js';
import {needWords} from './role-reasons.js';

type Places = Pick<AccessView, 'placeOf'>;

/**
So many reasons of one cell are told: further ones give the same once more.
*/
const mostReasons = 4;

const whence = (scope: string, resourceKey: string): string => (scope === resourceKey ? 'here' : (scope.startsWith(`${resourceKey}/`) ? 'inside it' : 'inherited'));

const limitsOf = (limits: readonly string[]): string => (limits.length === 0 ? '' : `, ${limits.join(', ')}`);

const reasonLine = ({role, pattern, scope, limits}: Reason, resourceKey: string, {placeOf}: Places): Line => [
	{text: ' '.repeat(4)},
	{text: role},
	{text: ` at ${placeOf(scope)} (${whence(scope, resourceKey)}), by ${pattern}${limitsOf(limits)}`, tone: 'dim'},
];

const eligibleLine = (reason: Reason, resourceKey: string, places: Places): Line => [
	{text: '    eligible (PIM): ', tone: 'info'},
	...reasonLine(reason, resourceKey, places).slice(1),
];

const denialLine = ({name, pattern, scope, limits}: Denial, {placeOf}: Places): Line => [
	{text: '    denied by ', tone: 'medium'},
	{text: name},
	{text: ` at ${placeOf(scope)}, by ${pattern}${limitsOf(limits)}`, tone: 'dim'},
];

const isSame = (one: Reason, other: Reason): boolean => one.assignment === other.assignment && one.pattern === other.pattern;

const unique = (reasons: readonly Reason[]): readonly Reason[] => reasons.filter((reason, index) => reasons.findIndex(other => isSame(reason, other)) === index);

const lacking = ({needs, is}: Right): readonly NeedRight[] => (is === 'none' && needs.some(need => need.is !== 'none') ? needs.filter(need => need.is === 'none') : []);

/**
A cell in full: what gives it, at which scope, by which entry of which role, what takes it away, and what could and was not readable.
*/
export const rightLines = (right: Right, resourceKey: string, places: Places, theme: Theme): readonly Line[] => {
	const {operation, is, needs} = right;
	const reasons = unique(needs.flatMap(({by}) => by));
	const eligible = unique(needs.flatMap(need => need.eligible));
	const denials = needs.flatMap(need => need.denials);
	const gaps = [...new Set(needs.flatMap(need => need.gaps))];
	const doubts = [...new Set(needs.flatMap(need => need.doubts))];
	return [
		[markOf(is, theme, 2), {text: operation.title, bold: is === 'given'}, {text: `: ${operation.means}`, tone: 'dim'}],
		...reasons.slice(0, mostReasons).map(reason => reasonLine(reason, resourceKey, places)),
		...(reasons.length > mostReasons ? [[{text: `    and by ${reasons.length - mostReasons} more`, tone: 'dim'}] as Line] : []),
		...eligible.slice(0, mostReasons).map(reason => eligibleLine(reason, resourceKey, places)),
		...(eligible.length > mostReasons ? [[{text: `    and by ${eligible.length - mostReasons} more that may be taken on`, tone: 'dim'}] as Line] : []),
		...lacking(right).map(({need}): Line => [{text: `    lacks ${needWords(need)}`, tone: 'dim'}]),
		...denials.map(denial => denialLine(denial, places)),
		...gaps.map((gap): Line => [{text: reasons.length + eligible.length > 0 ? '    at least: ' : '    not known: ', tone: 'unknown'}, {text: gap}]),
		...doubts.map((doubt): Line => [{text: '    may be denied: ', tone: 'unknown'}, {text: doubt}]),
	];
};
