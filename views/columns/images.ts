import type {Image} from '../../source/model/image.js';
import {isUnknown} from '../../source/model/known.js';
import {severities} from '../../source/model/severity.js';
import {scanCoverage, triggerWords, type ScanCoverage} from '../../source/posture/images/scan-coverage.js';
import {containersPlanOf} from '../images/plan-of.js';
import {bytesText} from '../images/bytes-text.js';
import {relativeAge} from '../parts/text/relative-age.js';
import {severityLetter} from '../theme.js';
import type {Cell, CellContext, Column} from './column.js';
import {notReportedCell, unknownCell} from './fact-cell.js';
import {parseDuration, parseSeverity, severityWeight} from './measures.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn} from './posture-columns.js';

const none: Cell = {text: '-', tone: 'dim'};

const worstOf = ({open}: Image): (typeof severities)[number] | undefined =>
	open === undefined || isUnknown(open) ? undefined : severities.find(severity => open[severity] > 0);

const counts = (image: Image): Cell => {
	const {open} = image;
	if (isUnknown(open)) {
		return unknownCell;
	}

	if (open === undefined) {
		return image.manifest === 'image' ? {text: 'no record', tone: 'unknown'} : none;
	}

	const worst = worstOf(image);
	const text = severities.filter(severity => open[severity] > 0).map(severity => severityLetter[severity] + open[severity]).join(' ');
	return worst === undefined ? {text: 'none found', tone: 'good'} : {text, tone: worst, glyph: worst === 'critical' || worst === 'high' ? 'bullet' : 'hollow'};
};

const isDangerous = ({runsIn, open}: Image): boolean => runsIn.length > 0 && open !== undefined && !isUnknown(open) && open.critical + open.high > 0;

/**
What runs and can be attacked comes first, then the worst; what is not known weighs more than what is clean.
*/
const risk = (image: Image): number => {
	const {open} = image;
	if (open === undefined || isUnknown(open)) {
		return image.manifest === 'image' ? 0.5 : 0;
	}

	const weight = severities.reduce((sum, severity) => (sum * 1000) + Math.min(open[severity], 999), 0);
	return weight + (isDangerous(image) ? 1e15 : 0);
};

const runs = ({runsIn, runsElsewhere}: Image): Cell => {
	if (runsIn.length > 0) {
		return {text: `${runsIn.length}${runsElsewhere ? '+' : ''}`, tone: 'plain'};
	}

	return runsElsewhere ? unknownCell : {text: 'no', tone: 'dim'};
};

const ageCell = (time: number | undefined, now: number): Cell => (time === undefined ? notReportedCell : {text: relativeAge(now - time)});

const coverageOf = (image: Image, {snapshot, now}: CellContext): ScanCoverage => scanCoverage(image, containersPlanOf(snapshot, image.subscriptionId), now);

const coverageCell = (image: Image, context: CellContext): Cell => {
	const {state, by} = coverageOf(image, context);
	if (by !== undefined) {
		return {text: triggerWords[by][0], tone: 'good'};
	}

	return state === 'unknown' ? unknownCell : {text: 'not covered', tone: 'medium'};
};

const lastScan = (image: Image, context: CellContext): Cell => {
	const {last, isAtLeast} = coverageOf(image, context);
	return last === undefined ? none : {text: `${isAtLeast ? '<' : ''}${relativeAge(context.now - last)}`};
};

const nextScan = (image: Image, context: CellContext): Cell => {
	const {next} = coverageOf(image, context);
	return next === undefined ? none : {text: `in ${relativeAge(Math.max(0, next - context.now))}`};
};

/**
An image in a table: how bad it is, whether it runs, how it is scanned.
*/
export const imageColumns: ReadonlyArray<Column<Image>> = [
	{
		id: 'image', aliases: ['name', 'repository', 'tag'], title: 'IMAGE', minWidth: 20, width: 30, grows: true, priority: 0, cell: ({name}) => ({text: name}), filterBy: ({repository, tagNames}) => `${repository} ${tagNames.map(tag => `${repository}:${tag}`).join(' ')}`,
	},
	{
		id: 'cves',
		aliases: ['found', 'vulnerabilities', 'risk'],
		title: 'FOUND',
		minWidth: 11,
		width: 16,
		priority: 0,
		cell: counts,
		sortBy: risk,
		filterBy(image) {
			const {open} = image;
			return open === undefined || isUnknown(open) ? `unknown ${counts(image).text}` : [...severities.filter(severity => open[severity] > 0), counts(image).text].join(' ');
		},
		measure: {
			of(image) {
				const worst = worstOf(image);
				return worst === undefined ? undefined : severityWeight(worst);
			},
			parse: parseSeverity,
			example: 'critical, high, medium, low or info',
		},
	},
	{
		id: 'runs', aliases: ['running', 'clusters'], title: 'RUNS IN', align: 'right', minWidth: 7, width: 7, priority: 1, cell: runs, sortBy: ({runsIn}) => runsIn.length, filterBy: ({runsIn, runsElsewhere}) => (runsIn.length > 0 ? `running ${runsIn.length}` : (runsElsewhere ? 'unknown' : 'no')),
	},
	failuresColumn,
	{
		id: 'registry', aliases: ['host'], title: 'REGISTRY', minWidth: 10, width: 14, grows: true, priority: 2, cell: ({registryName}) => ({text: registryName}), filterBy: ({registryName, host}) => `${registryName} ${host}`,
	},
	{
		id: 'age',
		aliases: ['pushed'],
		title: 'AGE',
		align: 'right',
		minWidth: 5,
		width: 6,
		priority: 4,
		cell: ({pushed}, {now}) => ageCell(pushed, now),
		sortBy: ({pushed}, {now}) => (pushed === undefined ? undefined : now - pushed),
		measure: {of: ({pushed}, {now}) => (pushed === undefined ? undefined : now - pushed), parse: parseDuration, example: '7d, 12h or 30min'},
	},
	{
		id: 'covered', aliases: ['coverage', 'trigger'], title: 'SCANNED BY', minWidth: 11, width: 15, priority: 3, cell: coverageCell, filterBy: (image, context) => `${coverageCell(image, context).text} ${coverageOf(image, context).state}`,
	},
	{
		id: 'last', aliases: ['scan'], title: 'LAST SCAN', align: 'right', minWidth: 9, width: 9, priority: 5, cell: lastScan, sortBy: (image, context) => coverageOf(image, context).last,
	},
	{
		id: 'next', title: 'NEXT', align: 'right', minWidth: 7, width: 8, priority: 6, cell: nextScan, sortBy: (image, context) => coverageOf(image, context).next,
	},
	{
		id: 'size', title: 'SIZE', align: 'right', minWidth: 7, width: 8, priority: 7, cell: ({size}) => (size === undefined ? none : {text: bytesText(size)}), sortBy: ({size}) => size,
	},
	{
		id: 'digest', title: 'DIGEST', minWidth: 12, width: 20, priority: 8, cell: ({digest}) => (digest === undefined ? notReportedCell : {text: digest}),
	},
	regionColumn,
	resourceGroupColumn,
	subscriptionColumn,
] as ReadonlyArray<Column<Image>>;

export const imageSort = {column: 'cves', isDescending: true} as const;
