import {imageChecks} from '../../../source/posture/checks/image.js';
import {cleanTagOf} from '../../../source/posture/images/clean-tag.js';
import {
	scanCoverage,
	scanTriggers,
	triggerWords,
	type ScanCoverage,
	type ScanState,
} from '../../../source/posture/images/scan-coverage.js';
import type {Image} from '../../../source/model/image.js';
import {isUnknown} from '../../../source/model/known.js';
import {plural} from '../../../source/model/plural.js';
import {severities} from '../../../source/model/severity.js';
import {bytesText} from '../../images/bytes-text.js';
import {containersPlanOf} from '../../images/plan-of.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import {severityLetter, type Line, type Tone} from '../../theme.js';
import {placeRows} from '../rows/resource-section.js';
import {postureSection} from '../rows/posture-section.js';
import type {Tab, TabContext} from '../tab.js';

const notTold = words('not told', 'unknown');

const foundLine = ({open, manifest}: Image): Line => {
	if (isUnknown(open)) {
		return unknownLine(open);
	}

	if (open === undefined) {
		return manifest === 'image' ? [{text: 'unknown', tone: 'unknown'}, {text: ': Defender has no record of this image; it was not scanned, or nothing was found'}] : words('it is nothing that is scanned', 'dim');
	}

	const found = severities.filter(severity => open[severity] > 0).flatMap((severity, index): Line => [
		...(index === 0 ? [] : [{text: '  '}]),
		{text: `${severityLetter[severity]} ${open[severity]} ${severity}`, tone: severity},
	]);
	return found.length === 0 ? words('nothing', 'good') : found;
};

const fixableLine = ({open, fixable}: Image): readonly SheetRow[] => {
	if (!fixable || open === undefined || isUnknown(open)) {
		return [];
	}

	const total = severities.reduce((sum, severity) => sum + open[severity], 0);
	const mendable = severities.reduce((sum, severity) => sum + fixable[severity], 0);
	return total === 0 ? [] : [{label: 'With a fixed version', value: words(`${mendable} of ${total}`, mendable > 0 ? 'good' : 'medium')}];
};

const runLine = ({runsIn, runsElsewhere}: Image, names: readonly string[]): Line => {
	if (runsIn.length === 0) {
		return runsElsewhere ? unknownLine(runsElsewhere) : words('in no cluster', 'dim');
	}

	const more: Line = runsElsewhere ? [{text: ` there may be more: ${runsElsewhere.reason}`, tone: 'unknown'}] : [];
	return [{text: plural(runsIn.length, 'cluster'), bold: true}, {text: `: ${names.join(', ')}`}, ...more];
};

const summary = ({resource: image, snapshot, now}: TabContext<Image>): Section => {
	const keys = new Set(image.runsIn);
	const names = snapshot.clusters.filter(({key}) => keys.has(key)).map(({name}) => name);
	return {
		title: 'Image',
		rows: [
			{label: 'Found', value: foundLine(image)},
			...fixableLine(image),
			{label: 'Runs in', value: runLine(image, names)},
			{label: 'Repository', value: words(`${image.host}/${image.repository}`)},
			{label: 'Tags', value: image.tagNames.length === 0 ? words('none', 'dim') : words(image.tagNames.join(', '))},
			{label: 'Digest', value: image.digest === undefined ? notTold : words(image.digest)},
			{label: 'Pushed', value: image.pushed === undefined ? notTold : timeWords(image.pushed, now)},
			{label: 'Size', value: image.size === undefined ? notTold : words(bytesText(image.size))},
			{label: 'System', value: image.os === undefined ? notTold : words(image.os)},
			{label: 'Told by', value: words(image.isListed ? 'the registry itself' : 'Defender and clusters: the registry was not read', image.isListed ? 'dim' : 'unknown')},
		],
	};
};

const stateWords: Readonly<Record<ScanState, readonly [string, Tone]>> = {
	covered: ['yes', 'good'], 'not-covered': ['no', 'dim'], unknown: ['not told', 'unknown'],
};

const scanSection = (coverage: ScanCoverage, now: number): Section => {
	const {
		state, by, why, last, isAtLeast, next, triggers,
	} = coverage;
	const tone: Tone = state === 'covered' ? 'good' : (state === 'unknown' ? 'unknown' : 'medium');
	return {
		title: 'How it is scanned',
		rows: [
			{label: 'Covered', value: [{text: state === 'covered' ? `yes, ${triggerWords[by ?? 'push'][0]}` : (state === 'unknown' ? 'unknown' : 'no'), tone}, {text: `: ${why}`}]},
			{label: 'Last scan', value: last === undefined ? notTold : [...timeWords(last, now), ...(isAtLeast ? [{text: ' or later, with the same result', tone: 'dim'} as const] : [])]},
			{label: 'Next scan due', value: next === undefined ? words(state === 'covered' ? 'within a day' : 'none that is known', 'dim') : words(`by ${new Date(next).toISOString().slice(0, 16).replace('T', ' ')} UTC`)},
			...scanTriggers.map((trigger): SheetRow => {
				const [name, today] = triggerWords[trigger];
				const [word, wordTone] = stateWords[triggers[trigger]];
				return {label: `  ${name}`, value: [{text: word, tone: wordTone}, {text: `  ${today}`, tone: 'dim'}]};
			}),
		],
	};
};

const fixSection = ({resource: image, snapshot}: TabContext<Image>): Section => {
	const {open} = image;
	const isVulnerable = open !== undefined && !isUnknown(open) && severities.some(severity => open[severity] > 0);
	if (!isVulnerable) {
		return {title: 'What mends it', rows: []};
	}

	const {command, effect} = imageChecks[0]!.fix(image);
	const clean = cleanTagOf(image, snapshot.images);
	return {
		title: 'What mends it',
		rows: [
			{label: 'A clean tag', value: clean ? [{text: clean.name, tone: 'good'}, {text: ' has no critical or high finding: roll that out', tone: 'dim'}] : words('none of this repository is known', 'unknown')},
			{label: 'Build it anew', value: words(command, 'accent')},
			{label: '', value: words(effect, 'dim')},
		],
	};
};

/**
An image at a glance: what was found, where it runs, what mends it, how it is scanned.
*/
export const overview: Tab<Image> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines(context) {
		const {resource, snapshot, now, width, theme} = context;
		const coverage = scanCoverage(resource, containersPlanOf(snapshot, resource.subscriptionId), now);
		return drawSheet([
			summary(context),
			fixSection(context),
			scanSection(coverage, now),
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			{title: 'Where it lies', rows: [{label: 'Registry', value: words(resource.registryName)}, ...placeRows(resource, snapshot)]},
		], width, theme);
	},
};
