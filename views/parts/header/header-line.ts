import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {valueOf} from '../../../source/model/known.js';
import type {Coverage} from '../../../source/model/subscription.js';
import type {HeaderDoor, JudgementFilter} from '../../navigation.js';
import {
	severityLetter,
	type Line,
	type Segment,
	type Theme,
} from '../../theme.js';
import {scoreTone} from '../gauge/gauge.js';
import {sparkline} from '../sparkline/sparkline.js';
import {cellWidth, drawable} from '../text/cells.js';
import {nounOf} from '../../../source/model/plural.js';
import {clockTime} from './clock-time.js';

/**
One group of the header: as long as it may be, and how it gives way where there is no room, step by step. The step with the
highest `order` among all groups is taken first.
*/
type HeaderPart = {
	readonly long: Line;
	readonly steps: ReadonlyArray<{readonly order: number; readonly line: Line}>;
};

/**
The numbers of the header that open what they count, in the order in which they stand.
*/
export const headerDoors: readonly JudgementFilter[] = ['critical', 'high', 'medium', 'low', 'unknown'];

/**
The same with the score, which stands before them; the cursor begins at the first of the numbers.
*/
export const allDoors: readonly HeaderDoor[] = ['score', ...headerDoors];

export const doorCount = (snapshot: Snapshot, door: JudgementFilter): number =>
	door === 'unknown' ? snapshot.posture.unknown : snapshot.posture.failed[door];

const widthOf = (line: Line): number => {
	let width = 0;
	for (const segment of line) {
		width += cellWidth(drawable(segment.text));
	}

	return width;
};

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iv;

/**
A tenant that is only known by its GUID goes by the first block of it: enough to tell two apart.
*/
const shortTenant = (tenant: string | undefined): string | undefined => tenant !== undefined && guid.test(tenant) ? `tenant ${tenant.slice(0, 8)}` : tenant;

const subscriptionsPart = (snapshot: Snapshot, theme: Theme): HeaderPart => {
	const all = snapshot.subscriptions.length;
	if (all === 0) {
		return {long: [{text: 'subscriptions not read yet', tone: 'dim'}], steps: [{order: 85, line: []}]};
	}

	const of = (state: Coverage['state']): number => snapshot.subscriptions.filter(({coverage}) => coverage.state === state).length;
	const read = of('answered') + of('listed');
	const gap = ` ${theme.glyphs.separator} `;
	const gaps = ([['denied', of('denied')], ['failed', of('failed')], ['not read yet', of('waiting')]] as const)
		.filter(([, count]) => count > 0)
		.map(([word, count]) => `${count} ${word}`)
		.join(gap);
	const tenant = shortTenant(valueOf(snapshot.tenant));
	const start: Segment[] = tenant === undefined ? [] : [{text: `${tenant}${gap}`, tone: 'dim'}];
	const gapSegments: Segment[] = gaps === '' ? [] : [{text: gap, tone: 'dim'}, {text: gaps, tone: 'unknown'}];
	const numbers = gaps === '' ? String(all) : `${read} of ${all}`;
	return {
		long: [...start, {text: `${numbers} ${nounOf(all, 'subscription')}`}, ...gapSegments],
		steps: [
			{order: 85, line: [{text: `${numbers} subs`}, ...gapSegments]},
			// That a part is missing is never hidden.
			{order: 45, line: gaps === '' ? [] : [{text: `${read}/${all} subs`, tone: 'unknown'}]},
		],
	};
};

const scorePart = (snapshot: Snapshot, theme: Theme, isFocused: boolean): HeaderPart => {
	const known = snapshot.posture.score;
	const shown = known === undefined ? '--' : String(Math.round(known));
	const tone = scoreTone(known);
	const trend = snapshot.trend.length > 1 ? ` ${sparkline(snapshot.trend.slice(-8), theme.glyphs)}` : '';
	const cursor: Segment[] = isFocused ? [{text: theme.glyphs.cursor, tone: 'accent'}] : [];
	const points: Segment = {text: shown, tone, bold: true};
	const score: Line = [...cursor, {text: 'posture ', bold: isFocused}, points];
	return {long: [...score, {text: trend, tone: 'accent'}], steps: [{order: 40, line: score}, {order: 15, line: [...cursor, points]}]};
};

/**
When a number is told by its letter, and when it goes: critical, high and unknown stay longest.
*/
const doorOrders: Readonly<Record<JudgementFilter, readonly [first: number, last?: number]>> = {
	low: [100, 60], info: [100, 60], medium: [95, 55], unknown: [35], high: [30], critical: [25],
};

const doorPart = (snapshot: Snapshot, theme: Theme, door: JudgementFilter, isFocused: boolean): HeaderPart => {
	const count = doorCount(snapshot, door);
	const tone = count === 0 ? 'dim' : door;
	const glyph = door === 'unknown' ? theme.glyphs.hollow : theme.glyphs.bullet;
	const cursor: Segment[] = isFocused ? [{text: theme.glyphs.cursor, tone: 'accent'}] : [];
	const [first, last] = doorOrders[door];
	return {
		long: [...cursor, {text: `${glyph} ${count} ${door}`, tone, bold: isFocused}],
		steps: [
			{order: first, line: [...cursor, {text: `${severityLetter[door]}${count}`, tone, bold: isFocused}]},
			// What the cursor stands on stays.
			...(last === undefined || isFocused ? [] : [{order: last, line: []}]),
		],
	};
};

/**
Slips in the decisions file would pass unseen: what they were to accept goes on counting.
*/
const decisionsPart = ({decisions, posture}: Snapshot): HeaderPart => {
	const faults = decisions.rows.filter(({isFault}) => isFault).length;
	const accepted: Line = posture.accepted === 0 ? [] : [{text: `${posture.accepted} accepted`, tone: 'dim'}];
	const wrong: Line = faults === 0 ? [] : [{text: `! ${faults} in decisions`, tone: 'high'}];
	const gap: Line = faults === 0 || posture.accepted === 0 ? [] : [{text: '  '}];
	return {
		long: [...accepted, ...gap, ...wrong],
		steps: [{order: 98, line: wrong}, {order: 58, line: faults === 0 ? [] : [{text: `!${faults}`, tone: 'high'}]}],
	};
};

const timePart = (snapshot: Snapshot, theme: Theme): HeaderPart => {
	if (snapshot.readAt === undefined) {
		return {long: [{text: 'reading', tone: 'dim'}], steps: [{order: 50, line: []}]};
	}

	const read = clockTime(snapshot.readAt);
	if (snapshot.isPaused) {
		const paused: Line = [{text: 'paused', tone: 'medium', bold: true}];
		return {long: [{text: `read ${read} ${theme.glyphs.separator} `, tone: 'dim'}, ...paused], steps: [{order: 90, line: paused}, {order: 10, line: []}]};
	}

	const next = snapshot.nextAt === undefined ? '' : ` ${theme.glyphs.separator} next ${clockTime(snapshot.nextAt)}`;
	return {
		long: [{text: `read ${read}${next}`, tone: 'dim'}],
		steps: [
			{order: 90, line: [{text: `${read}${next}`, tone: 'dim'}]},
			{order: 70, line: [{text: read, tone: 'dim'}]},
			{order: 50, line: []},
		],
	};
};

const joined = (parts: readonly Line[], gap: string): Line => {
	const line: Segment[] = [];
	for (const part of parts) {
		if (part.length > 0) {
			line.push({text: line.length === 0 ? ' ' : gap}, ...part);
		}
	}

	return line;
};

/**
The header: whose fleet, how far it could be read, posture with its trend, failed checks by severity and unknown ones, age
of the data and the time of the next poll. Times are clock times, so nothing is written while nothing changes.

@param focus the number that the cursor stands on, where the header has it
*/
export const headerLine = (snapshot: Snapshot, width: number, theme: Theme, focus?: HeaderDoor): Line => {
	const demo: Line = snapshot.isDemo ? [{text: ' '}, {text: ' DEMO ', tone: 'mark', bold: true}] : [];
	const parts: HeaderPart[] = [
		{long: [{text: 'crowsnest', bold: true, tone: 'accent'}, ...demo], steps: [{order: 20, line: demo}]},
		subscriptionsPart(snapshot, theme),
		scorePart(snapshot, theme, focus === 'score'),
		...headerDoors.map(door => doorPart(snapshot, theme, door, door === focus)),
		decisionsPart(snapshot),
		timePart(snapshot, theme),
	];
	const shown: Line[] = parts.map(part => part.long);
	const gap = '  ';
	const giveWay = parts
		.flatMap(({steps}, index) => steps.map(step => ({...step, index})))
		.toSorted((a, b) => b.order - a.order);
	for (const step of giveWay) {
		if (widthOf(joined(shown, gap)) < width) {
			break;
		}

		shown[step.index] = step.line;
	}

	return joined(shown, gap);
};
