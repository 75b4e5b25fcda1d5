import type {Finding} from '../../source/model/finding.js';
import type {Resource} from '../../source/model/resource.js';
import {severities} from '../../source/model/severity.js';
import {isCounted} from '../../source/posture/defender/defender-view.js';
import type {ResourcePosture} from '../../source/posture/posture.js';
import {severityLetter} from '../theme.js';
import type {Cell, CellContext, Column} from './column.js';
import {isFindingOpen} from './finding-open.js';
import {unknownCell} from './fact-cell.js';
import {parseSeverity, severityWeight} from './measures.js';

const postureOf = (row: Resource, context: CellContext): ResourcePosture | undefined => context.snapshot.posture.byKey.get(row.key);

/**
True where something is wrong, or might be: a check failed or could not be decided, a finding is open.
*/
export const isWrong = (row: Resource, context: CellContext): boolean => {
	if (row.kind === 'finding') {
		return isFindingOpen(row as Finding) && isCounted(context.snapshot.defender, row);
	}

	if (row.kind === 'vulnerability') {
		return true;
	}

	const posture = postureOf(row, context);
	return posture === undefined || posture.worst !== undefined || posture.unknown > 0;
};

const failures = (row: Resource, context: CellContext): Cell => {
	const posture = postureOf(row, context);
	if (!posture) {
		return unknownCell;
	}

	const counts = severities.filter(severity => posture.failed[severity] > 0).map(severity => severityLetter[severity] + posture.failed[severity]);
	const unknown = posture.unknown > 0 ? [`?${posture.unknown}`] : [];
	const text = [...counts.slice(0, 2), ...unknown].join(' ');
	if (posture.worst === undefined) {
		return posture.unknown > 0 ? {text, tone: 'unknown', glyph: 'hollow'} : {text: 'ok', tone: 'good'};
	}

	return {text, tone: posture.worst, glyph: posture.worst === 'critical' || posture.worst === 'high' ? 'bullet' : 'hollow'};
};

/**
One number in which a single worse failure outweighs any count of milder ones; unknown weighs least but not nothing.
*/
const failuresWeight = (row: Resource, context: CellContext): number | undefined => {
	const posture = postureOf(row, context);
	return posture && [...severities.map(severity => posture.failed[severity]), posture.unknown]
		.reduce((weight, count) => (weight * 100) + Math.min(count, 99), 0);
};

const failuresText = (row: Resource, context: CellContext): string => {
	const posture = postureOf(row, context);
	if (!posture) {
		return 'unknown';
	}

	const names: string[] = severities.filter(severity => posture.failed[severity] > 0);
	return [...names, ...(posture.unknown > 0 ? ['unknown'] : []), failures(row, context).text].join(' ');
};

/**
Failed checks, the two worst severities first, then what is unknown: `C1 H3 ?2`.
Source: the checks' outcomes, whose sums the header shows.
*/
export const failuresColumn: Column<Resource> = {
	id: 'severity',
	aliases: ['failures', 'sev', 'worst'],
	title: '!',
	minWidth: 10,
	width: 11,
	priority: 1,
	cell: failures,
	sortBy: failuresWeight,
	filterBy: failuresText,
	measure: {
		of(row, context) {
			const worst = postureOf(row, context)?.worst;
			return worst === undefined ? undefined : severityWeight(worst);
		},
		parse: parseSeverity,
		example: 'critical, high, medium, low or info',
	},
};

/**
0 to 100, `--` where nothing could be judged.
*/
export const scoreColumn: Column<Resource> = {
	id: 'score',
	title: 'SCORE',
	align: 'right',
	minWidth: 5,
	width: 5,
	priority: 4,
	cell(row, context) {
		const score = postureOf(row, context)?.score;
		return score === undefined
			? {text: '--', tone: 'unknown'}
			: {text: String(Math.round(score)), tone: score >= 80 ? 'good' : (score >= 50 ? 'medium' : 'high')};
	},
	sortBy: (row, context) => postureOf(row, context)?.score,
};
