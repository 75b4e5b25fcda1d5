import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {valueOf} from '../../../source/model/known.js';
import type {JudgementFilter} from '../../navigation.js';
import {
	severityLetter,
	type Line,
	type Segment,
	type Theme,
} from '../../theme.js';
import {scoreTone} from '../gauge/gauge.js';
import {sparkline} from '../sparkline/sparkline.js';
import {clockTime} from './clock-time.js';

/**
One group of the header. It is drawn long, short or not at all, whatever there is room for; the highest `priority` gives way first.
*/
type HeaderPart = {
	readonly priority: number;
	readonly long: Line;
	readonly short: Line;
};

/**
The numbers of the header that open what they count, in the order in which they stand.
*/
export const headerDoors: readonly JudgementFilter[] = ['critical', 'high', 'medium', 'low', 'unknown'];

export const doorCount = (snapshot: Snapshot, door: JudgementFilter): number =>
	door === 'unknown' ? snapshot.posture.unknown : snapshot.posture.failed[door];

const widthOf = (line: Line): number => {
	let width = 0;
	for (const segment of line) {
		width += segment.text.length;
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
	const denied = snapshot.subscriptions.filter(({coverage}) => coverage.state === 'denied').length;
	const failed = snapshot.subscriptions.filter(({coverage}) => coverage.state === 'failed').length;
	const tenant = shortTenant(valueOf(snapshot.tenant));
	const start: Segment[] = tenant === undefined ? [] : [{text: `${tenant} ${theme.glyphs.separator} `, tone: 'dim'}];
	const gaps = [denied > 0 ? `${denied} denied` : '', failed > 0 ? `${failed} failed` : ''].filter(text => text !== '').join(` ${theme.glyphs.separator} `);
	const gapSegments: Segment[] = gaps === '' ? [] : [{text: ` ${theme.glyphs.separator} `, tone: 'dim'}, {text: gaps, tone: 'unknown'}];
	const read = all - denied - failed;
	const numbers = gaps === '' ? String(all) : `${read} of ${all}`;
	if (all === 0) {
		return {priority: 1, long: [{text: 'subscriptions not read yet', tone: 'dim'}], short: []};
	}

	return {
		priority: 1,
		long: [...start, {text: `${numbers} ${all === 1 ? 'subscription' : 'subscriptions'}`}, ...gapSegments],
		short: [{text: `${numbers} subs`}, ...gapSegments],
	};
};

const scorePart = (snapshot: Snapshot, theme: Theme): HeaderPart => {
	const {score} = snapshot.posture;
	const shown = score === undefined ? '--' : String(Math.round(score));
	const tone = scoreTone(score);
	const trend = snapshot.trend.length > 1 ? ` ${sparkline(snapshot.trend.slice(-8), theme.glyphs)}` : '';
	return {
		priority: 0,
		long: [{text: 'posture '}, {text: shown, tone, bold: true}, {text: trend, tone: 'accent'}],
		short: [{text: 'posture '}, {text: shown, tone, bold: true}],
	};
};

const doorPart = (snapshot: Snapshot, theme: Theme, door: JudgementFilter, isFocused: boolean): HeaderPart => {
	const count = doorCount(snapshot, door);
	const tone = count === 0 ? 'dim' : door;
	const glyph = door === 'unknown' ? theme.glyphs.hollow : theme.glyphs.bullet;
	const cursor: Segment[] = isFocused ? [{text: theme.glyphs.cursor, tone: 'accent'}] : [];
	return {
		// Critical, high and unknown stay longest.
		priority: door === 'low' ? 6 : (door === 'medium' ? 5 : 0),
		long: [...cursor, {text: `${glyph} ${count} ${door}`, tone, bold: isFocused}],
		short: [...cursor, {text: `${severityLetter[door]}${count}`, tone, bold: isFocused}],
	};
};

const timePart = (snapshot: Snapshot, theme: Theme): HeaderPart => {
	if (snapshot.readAt === undefined) {
		return {priority: 3, long: [{text: 'reading', tone: 'dim'}], short: []};
	}

	const read = clockTime(snapshot.readAt);
	if (snapshot.isPaused) {
		return {
			priority: 2,
			long: [{text: `read ${read} ${theme.glyphs.separator} `, tone: 'dim'}, {text: 'paused', tone: 'medium', bold: true}],
			short: [{text: 'paused', tone: 'medium', bold: true}],
		};
	}

	const next = snapshot.nextAt === undefined ? '' : ` ${theme.glyphs.separator} next ${clockTime(snapshot.nextAt)}`;
	return {priority: 3, long: [{text: `read ${read}${next}`, tone: 'dim'}], short: [{text: read, tone: 'dim'}]};
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
export const headerLine = (snapshot: Snapshot, width: number, theme: Theme, focus?: JudgementFilter): Line => {
	const name: Line = [{text: 'crowsnest', bold: true, tone: 'accent'}, ...(snapshot.isDemo ? [{text: ' '}, {text: ' DEMO ', tone: 'mark', bold: true} as const] : [])];
	const parts: HeaderPart[] = [
		{priority: 0, long: name, short: name},
		subscriptionsPart(snapshot, theme),
		scorePart(snapshot, theme),
		...headerDoors.map(door => doorPart(snapshot, theme, door, door === focus)),
		timePart(snapshot, theme),
	];
	const shown: Line[] = parts.map(part => part.long);
	const gap = '  ';
	const giveWay = parts
		.flatMap((part, index) => [{index, line: part.short, order: part.priority}, ...(part.priority > 0 ? [{index, line: [], order: part.priority - 10}] : [])])
		.toSorted((a, b) => b.order - a.order);
	for (const step of giveWay) {
		if (widthOf(joined(shown, gap)) < width) {
			break;
		}

		shown[step.index] = step.line;
	}

	return joined(shown, gap);
};
