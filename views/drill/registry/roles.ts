import {rolesReadOn} from '../../../source/data/built-in-roles.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import type {Operation} from '../../../source/posture/access/operation.js';
import {registryMode, type RegistryMode} from '../../../source/posture/access/registry-mode.js';
import {registryOperations} from '../../../source/posture/access/registry-operations.js';
import {registryReference} from '../../../source/posture/access/registry-reference.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line, Theme} from '../../theme.js';
import type {Tab} from '../tab.js';
import {roleMatrixRows} from './role-matrix-rows.js';
import {needWords, roleReasons} from './role-reasons.js';

const modeWords: Readonly<Record<RegistryMode, string>> = {
	rbac: 'roles count for the whole registry (RBAC)',
	abac: 'images by data actions of repository roles (ABAC): the older Acr roles do nothing, Owner, Contributor and Reader lose images',
};

const modeLine = (mode: Fact<RegistryMode>): Line => (isUnknown(mode) ? unknownLine(mode) : words(modeWords[mode]));

const aboutSection = (mode: Fact<RegistryMode>): Section => ({
	title: 'Reference: what each role gives here',
	rows: [
		{label: 'Mode', value: modeLine(mode)},
		{label: 'Computed from', value: words(`built-in role definitions as of ${rolesReadOn}`)},
		{label: 'Not shown', value: words('who holds these roles: this tab reads no assignments, deny assignments or custom roles')},
		{label: 'Beside the roles', value: words('the admin user, tokens and anonymous pull let in whoever has no role')},
	],
});

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

const modeSections = (mode: RegistryMode, suffix: string, width: number, theme: Theme): readonly Section[] => {
	const operations = registryOperations(mode);
	const {classic, others} = registryReference(mode);
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
What each built-in role gives on this registry, in the mode that it is in; where the mode is not known, in both.
*/
export const roles: Tab<Registry> = {
	id: 'roles',
	title: 'Roles',
	type: 'lines',
	lines({resource, width, theme}) {
		const mode = registryMode(resource);
		const sections = isUnknown(mode)
			? [...modeSections('rbac', ', if in RBAC mode', width, theme), ...modeSections('abac', ', if in ABAC mode', width, theme)]
			: modeSections(mode, '', width, theme);
		return drawSheet([aboutSection(mode), ...sections], width, theme);
	},
};
