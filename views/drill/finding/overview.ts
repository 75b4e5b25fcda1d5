import type {Finding} from '../../../source/model/finding.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {relationOf} from '../../../source/posture/defender/defender-view.js';
import {evaluatedAt} from '../../../source/posture/defender/evaluated-at.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import {severityMark, type Line, type Tone} from '../../theme.js';
import {
	factRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {placeRows} from '../rows/resource-section.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Tab, TabContext} from '../tab.js';
import {agreementWords, placeWords} from './relation-words.js';

const statusTones: Readonly<Record<Finding['status'], Tone>> = {
	unhealthy: 'high',
	active: 'high',
	'in-progress': 'medium',
	healthy: 'good',
	resolved: 'good',
	dismissed: 'dim',
	'not-applicable': 'dim',
	unknown: 'unknown',
};

const severityLine = ({severity, severityUnknown}: Finding): Line => (severityUnknown
	? [{text: `${severityMark('unknown')} unknown`, tone: 'unknown'}, {text: ': Defender names no severity for it'}]
	: [{text: `${severityMark(severity)} ${severity}`, tone: severity}]);

const timeRow = (label: string, time: Fact<string | undefined>, now: number): SheetRow => factRow(label, time, value => {
	const then = Date.parse(value);
	return Number.isNaN(then) ? words(value) : timeWords(then, now);
}, words('not reported', 'dim'));

/**
Defender tells when a status changed, and nothing of later looks that found the same.
*/
const evaluatedRow = (finding: Finding, now: number): readonly SheetRow[] => {
	if (finding.source === 'alert') {
		return [];
	}

	const evaluated = evaluatedAt(finding);
	return [{
		label: 'Last evaluated',
		value: evaluated === undefined ? words('not reported', 'dim') : [...timeWords(evaluated, now), {text: ' or later, with the same result', tone: 'dim'}],
	}];
};

/**
The check that says the same, and where the finding counts.
*/
const besideSection = ({resource, snapshot}: TabContext<Finding>): Section => {
	const relation = relationOf(snapshot.defender, resource);
	const {verdict} = relation;
	const check = verdict && checkById.get(verdict.checkId);
	return {
		title: 'Beside our checks',
		rows: [
			...(verdict ? [{label: 'Check', value: [{text: check?.title ?? verdict.checkId}, {text: ` (${verdict.checkId})`, tone: 'dim'} as const]}] : []),
			{label: verdict ? 'It' : 'Check', value: agreementWords(resource, relation)},
			{label: 'Counts', value: placeWords(resource, relation)},
		],
	};
};

/**
Prose with its own line breaks, as Defender's texts have them.
*/
const proseSection = (title: string, text: Fact<string | undefined>, absent: string): Section => {
	if (isUnknown(text)) {
		return {title, rows: [{value: unknownLine(text)}]};
	}

	const lines = (text ?? absent).split('\n').map(line => line.trimEnd()).filter(line => line !== '');
	return {title, rows: lines.map(line => ({value: words(line, text === undefined ? 'dim' : 'plain')}))};
};

const summary = ({resource, snapshot, now}: TabContext<Finding>): Section => ({
	title: resource.source === 'alert' ? 'Alert' : 'Recommendation',
	rows: [
		{value: [{text: resource.title, bold: true}]},
		{label: 'Severity', value: severityLine(resource)},
		{label: 'Status', value: words(resource.status, statusTones[resource.status])},
		textRow('Cause', resource.cause, words('none given', 'dim')),
		timeRow(resource.source === 'alert' ? 'Happened' : 'Since', resource.since, now),
		timeRow('First evaluated', resource.firstEvaluated, now),
		...evaluatedRow(resource, now),
		{label: resource.source === 'alert' ? 'Alert type' : 'Recommendation key', value: words(resource.assessmentKey, 'dim')},
		...placeRows(resource, snapshot),
	],
});

const isKnownResource = ({resource, snapshot}: TabContext<Finding>): boolean =>
	[...snapshot.clusters, ...snapshot.registries, ...snapshot.nodePools].some(({key}) => resource.resourceKey === key || resource.resourceKey.startsWith(`${key}/`));

const resourceSection = (context: TabContext<Finding>): Section => {
	const {resource} = context;
	return {
		title: 'Resource that it touches',
		rows: [
			{label: 'Name', value: [{text: resource.resourceName, bold: true}, ...(isKnownResource(context) ? [] : [{text: relationOf(context.snapshot.defender, resource).place === 'gone' ? ' (gone: it is in Azure no more)' : ' (not among the resources that were read)', tone: 'dim'} as const])]},
			{label: 'Type', value: words(resource.resourceType)},
			{label: 'Id', value: words(resource.resourceKey, 'dim')},
		],
	};
};

const tacticSection = ({tactics, source}: Finding): Section => ({
	title: 'MITRE ATT&CK',
	rows: tactics.length === 0
		? (source === 'alert' ? [{value: words('Defender names no tactic', 'dim')}] : [])
		: tactics.map(tactic => ({value: words(tactic)})),
});

/**
A finding: what it says, how bad, of which resource, since when, what to do.
*/
export const overview: Tab<Finding> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines(context) {
		const {resource, width, theme} = context;
		return drawSheet([
			summary(context),
			besideSection(context),
			resourceSection(context),
			proseSection('Description', resource.description, 'Defender gives no description.'),
			proseSection('Remediation', resource.remediation, 'Defender gives no steps.'),
			tacticSection(resource),
			{title: 'Portal', rows: [{value: isUnknown(resource.portalUrl) ? unknownLine(resource.portalUrl) : words(resource.portalUrl ?? 'no link was sent', resource.portalUrl === undefined ? 'dim' : 'accent')}]},
		], width, theme);
	},
};
