import {rolesReadOn} from '../../../source/data/roles-read-on.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import type {AccessView} from '../../../source/posture/access/access-view.js';
import type {Operation} from '../../../source/posture/access/operation.js';
import {registryMode, type RegistryMode} from '../../../source/posture/access/registry-mode.js';
import {registryOperations} from '../../../source/posture/access/registry-operations.js';
import {words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line, Theme} from '../../theme.js';
import {roleMatrixRows} from './role-matrix-rows.js';
import {needWords, roleReasons} from './role-reasons.js';

const columnRow = ({short, title, means, require, needs}: Operation): SheetRow => ({
	label: short,
	value: [
		{text: `${title}: ${means}`},
		...(needs.length === 0 ? [] : [{text: `; needs ${needs.map(need => needWords(need)).join(require === 'any' ? ' or ' : ' and ')}`, tone: 'dim'} as const]),
	],
});

/**
Microsoft's role reference lists signing under Owner and Contributor, its page on content trust does not.
*/
const signingRow: SheetRow = {value: words('On signing Microsoft\'s own texts disagree: Owner and Contributor have its action and lack its data action.', 'dim')};

// eslint-disable-next-line max-params
const modeSections = (mode: RegistryMode, suffix: string, reference: AccessView['reference'], width: number, theme: Theme): readonly Section[] => {
	const operations = registryOperations(mode);
	const {classic, others} = reference(mode);
	return [
		{
			title: `The seven classic roles${suffix}`,
			rows: [
				...roleMatrixRows(classic, operations, width, theme),
				{value: words(`X given, ${theme.glyphs.separator} not given by this role alone`, 'dim')},
			],
		},
		{title: `Other built-in roles that give any of it${suffix}`, rows: roleMatrixRows(others, operations, width, theme)},
		{title: `Columns${suffix}`, rows: [...operations.map(operation => columnRow(operation)), ...(mode === 'rbac' ? [signingRow] : [])]},
		{title: `Why${suffix}`, rows: [...classic, ...others].flatMap(row => roleReasons(row))},
	];
};

/**
What each built-in role gives by itself on a registry, in the mode that it is in; where the mode is not known, in both.
*/
export const referenceLines = (registry: Registry, reference: AccessView['reference'], width: number, theme: Theme): readonly Line[] => {
	const mode = registryMode(registry);
	const about: Section = {
		title: 'Reference: what each role gives here by itself',
		rows: [{value: words(`Computed from built-in role definitions as of ${rolesReadOn}.`, 'dim')}],
	};
	const sections = isUnknown(mode)
		? [...modeSections('rbac', ', if in RBAC mode', reference, width, theme), ...modeSections('abac', ', if in ABAC mode', reference, width, theme)]
		: modeSections(mode, '', reference, width, theme);
	return drawSheet([about, ...sections], width, theme);
};
