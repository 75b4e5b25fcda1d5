import type {RoleHolder} from '../../../source/model/role-holder.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {Credential, Principal} from '../../../source/model/principal.js';
import {factRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import type {Line} from '../../theme.js';
import {kindWords, levelWords} from '../access/access-words.js';
import type {Tab, TabContext} from '../tab.js';

const day = 86_400_000;

/**
So many members of a group are named.
*/
const mostMembers = 30;

const endWords = (endsAt: number | undefined, now: number): Line => {
	if (endsAt === undefined) {
		return words('without an end', 'medium');
	}

	const days = Math.floor((endsAt - now) / day);
	return days < 0 ? words(`ended ${-days} d ago`, 'medium') : words(`ends in ${days} d`, days <= 30 ? 'medium' : 'plain');
};

const credentialRows = (fact: Fact<readonly Credential[]> | undefined, now: number): readonly SheetRow[] => {
	if (fact === undefined) {
		return [];
	}

	if (isUnknown(fact)) {
		return [{label: 'Credentials', value: unknownLine(fact)}];
	}

	return fact.length === 0
		? [{label: 'Credentials', value: words('none: it signs in by federation, or not at all', 'good')}]
		: fact.map(({type, endsAt}, index) => ({label: index === 0 ? 'Credentials' : '', value: [{text: `${type} `}, ...endWords(endsAt, now)]}));
};

const memberRows = ({members}: Principal, nameOf: (id: string) => string): readonly SheetRow[] => {
	if (members === undefined) {
		return [];
	}

	if (isUnknown(members)) {
		return [{value: unknownLine(members)}];
	}

	const more = members.length - mostMembers;
	return [
		...members.slice(0, mostMembers).map(id => ({value: words(nameOf(id))})),
		...(more > 0 ? [{value: words(`and ${more} more`, 'dim')}] : []),
	];
};

const whoSection = ({resource: holder, snapshot: {access}, now}: TabContext<RoleHolder>): Section => {
	const {word, tone} = kindWords[holder.principalKind];
	const principal = access?.parts.principals.get(holder.id);
	return {
		title: 'Who',
		rows: [
			{label: 'Name', value: holder.nameGap === undefined ? words(holder.name) : [{text: 'not known', tone: 'unknown'}, {text: `: ${holder.nameGap}`}]},
			...(principal?.signInName === undefined ? [] : [factRow('Signs in as', principal.signInName, name => words(name))]),
			{label: 'Object id', value: words(holder.id, 'dim')},
			{label: 'Kind', value: words(word, tone)},
			...(holder.principalKind === 'user' ? [factRow('Guest', holder.isGuest, isGuest => (isGuest ? words('yes: of another organisation', 'medium') : words('no')), words('not reported', 'unknown'))] : []),
			...(principal?.isEnabled === undefined ? [] : [factRow('Account', principal.isEnabled, isEnabled => (isEnabled ? words('enabled') : words('disabled', 'medium')))]),
			...credentialRows(principal?.credentials, now),
			{label: 'Last changed', value: holder.changedAt === undefined ? words('not reported', 'unknown') : words(`a role of its own, ${relativeAge(now - holder.changedAt)} ago`)},
		],
	};
};

const widestSection = ({resource: {level, role, scope, isStanding, viaGroup, held, eligible}, snapshot: {access}}: TabContext<RoleHolder>): Section => {
	const {word, tone, means} = levelWords[level];
	return {
		title: 'Widest right',
		rows: [
			{label: 'Right', value: [{text: word, tone}, {text: `: ${means}`, tone: 'dim'}]},
			{label: 'By', value: words(role)},
			{label: 'At', value: words(access?.placeOf(scope) ?? scope)},
			{label: 'How', value: words(`${isStanding ? 'standing: at all times' : 'eligible: taken on for some hours (PIM)'}${viaGroup === undefined ? '' : `, by group ${viaGroup}`}`)},
			{label: 'Roles', value: words(`${held} standing, ${eligible} eligible; Roles lists them, Rights tells what they let do`)},
			{label: 'Denials', value: words('not looked at here: Rights does', 'dim')},
		],
	};
};

/**
Somebody who holds roles, at a glance.
*/
export const overview: Tab<RoleHolder> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines(context) {
		const {resource, snapshot: {access}, width, theme} = context;
		const principal = access?.parts.principals.get(resource.id);
		return drawSheet([
			whoSection(context),
			widestSection(context),
			{title: 'Members, those of groups in it too', rows: principal && access ? memberRows(principal, access.nameOf) : []},
		], width, theme);
	},
};
