import {longName} from '../../source/model/long-name.js';
import {checkById} from '../../source/posture/checks/index.js';
import type {Gain} from '../../source/posture/gains.js';
import {kindWeight} from '../../source/posture/score.js';
import type {PickItem} from '../drill/tab.js';
import {fixOf} from '../fixes.js';
import {kindName} from '../judgements/kind-column.js';
import {severityMark, type Line} from '../theme.js';

/**
Points with as many digits as tell two apart: a large fleet gains hundredths from one failure.
*/
export const inPoints = (points: number): string => `+${points >= 1 ? points.toFixed(1) : points.toPrecision(2)}`;

const weights = Object.entries(kindWeight).map(([kind, weight]) => `${kindName(kind)} ${weight}`).join(', ');

/**
How the score comes about, in words that a person can retrace.
*/
const formula: readonly Line[] = [
	[{text: 'How the score comes about', tone: 'heading'}],
	[{text: '  resource = 100 × (1 − lost ÷ possible), rounded down'}],
	[{text: '  lost = weights of its failed checks: critical 40, high 15, medium 5, low 2, info 0'}],
	[{text: '  possible = lost + weights of its passed checks'}],
	[{text: '  No higher than 49 with a critical failure, 79 with a high, 94 with a medium, 99 with a low one.'}],
	[{text: `  fleet = mean over all resources, each as often as its kind counts: ${weights}`}],
	[{text: '  What is unknown, accepted or not applicable is in neither sum; what failed when it could last be read costs as it did.'}],
];

const keyOf = ({resource, verdict}: Gain): string => `${resource.key}#${verdict.checkId}`;

/**
The failures whose mending raises the score most, each with what it does to its resource and to the fleet.
*/
export const gainItems = (gains: readonly Gain[]): ReadonlyArray<PickItem & {readonly gain: Gain}> => gains.map(gain => {
	const {resource, verdict, from, to, points} = gain;
	const title = checkById.get(verdict.checkId)?.title ?? verdict.checkId;
	return {
		key: keyOf(gain),
		gain,
		title: [
			{text: `${inPoints(points).padEnd(6)} `, tone: 'good', bold: true},
			{text: `${severityMark(verdict.severity)} `, tone: verdict.severity, bold: true},
			{text: `${longName(resource)}: ${title}`},
		],
		explanation: [
			[{text: title, bold: true}],
			[{text: longName(resource), tone: 'accent'}],
			[],
			[{text: 'What mending it does', tone: 'heading'}],
			[{text: `  score of ${longName(resource)}: ${from} to ${to}`}],
			[{text: '  score of the fleet: '}, {text: inPoints(points), tone: 'good', bold: true}, {text: ' points, before it is rounded down'}],
			[],
			[{text: 'Enter opens the check, X explains it', tone: 'dim'}],
			[],
			...formula,
		],
		fix: fixOf(resource, verdict.checkId),
		fixable: {resource, verdict},
	};
});
