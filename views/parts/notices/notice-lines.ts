import type {Notice, Snapshot, SourceState} from '../../../source/fleet/snapshot.js';
import type {Coverage, Subscription} from '../../../source/model/subscription.js';
import {clockTime} from '../header/clock-time.js';
import {drawSheet, type Section, type SheetRow} from '../sheet/sheet.js';
import {relativeAge} from '../text/relative-age.js';
import type {
	Line,
	Segment,
	Theme,
	Tone,
} from '../../theme.js';
import {sourceLabels} from '../../../source/fleet/source-labels.js';
import {decisionSections} from './decision-section.js';

const levelTones: Readonly<Record<Notice['level'], Tone>> = {info: 'info', warning: 'medium', error: 'high'};

const statusWords: Readonly<Record<SourceState['status'], readonly [string, Tone]>> = {
	waiting: ['not read yet', 'dim'],
	reading: ['being read', 'dim'],
	fresh: ['fresh', 'good'],
	old: ['old', 'medium'],
	failed: ['failed', 'high'],
	off: ['off: not asked with these settings', 'dim'],
};

const stateLine = ({status, readAt, isKept, nextAt, error}: SourceState, isPaused: boolean, now: number): Line => {
	const [state, tone] = statusWords[status];
	const age: readonly Segment[] = readAt === undefined ? [] : [{text: `, read ${relativeAge(now - readAt)}${now - readAt < 10_000 ? '' : ' ago'}${isKept ? ' in the last run' : ''}`}];
	const next: readonly Segment[] = nextAt === undefined || isPaused || error !== undefined ? [] : [{text: `, next ${clockTime(nextAt)}`, tone: 'dim'}];
	return [{text: state, tone}, ...age, ...next];
};

const errorRows = ({error, nextAt}: SourceState): readonly SheetRow[] => {
	if (!error) {
		return [];
	}

	const retryAt = error.retryAt ?? nextAt;
	const retry: readonly Segment[] = retryAt === undefined ? [] : [{text: ` Asked again at ${clockTime(retryAt)}.`, tone: 'dim'}];
	return [
		{label: '', value: [{text: error.reason, tone: 'high'}, ...retry]},
		...(error.remedy === undefined ? [] : [{label: '', value: [{text: 'what would help: ', tone: 'dim'}, {text: error.remedy, tone: 'accent'}]} as const]),
	];
};

const coverageLine = (coverage: Coverage): Line => {
	switch (coverage.state) {
		case 'answered': {
			return [{text: 'read', tone: 'good'}];
		}

		case 'listed': {
			return [{text: 'read by list calls', tone: 'good'}, {text: `: ${coverage.reason}`}];
		}

		case 'denied': {
			return [{text: 'denied', tone: 'unknown'}, {text: `: ${coverage.reason}`}];
		}

		case 'failed': {
			return [{text: 'failed', tone: 'high'}, {text: `: ${coverage.reason}`}];
		}

		case 'waiting': {
			return [{text: 'not read yet', tone: 'dim'}];
		}
	}
};

/**
What could not be read comes first: it is why one looks.
*/
const coverageOrder: Readonly<Record<Coverage['state'], number>> = {
	denied: 0, failed: 1, waiting: 2, listed: 3, answered: 4,
};

const subscriptionRow = ({name, id, coverage}: Subscription): SheetRow => ({
	value: [{text: name === '' ? id : name, bold: true}, ...(name === '' ? [] : [{text: ` ${id}`, tone: 'dim'} as const]), {text: '  '}, ...coverageLine(coverage)],
});

const coverageSection = ({subscriptions}: Snapshot): Section => {
	const read = subscriptions.filter(({coverage}) => coverage.state === 'answered' || coverage.state === 'listed').length;
	return {
		title: subscriptions.length === 0 ? 'Subscriptions' : `Subscriptions: ${read} of ${subscriptions.length} read`,
		rows: subscriptions.length === 0
			? [{value: [{text: 'not read yet', tone: 'dim'}]}]
			: subscriptions
				.toSorted((a, b) => coverageOrder[a.coverage.state] - coverageOrder[b.coverage.state])
				.map(subscription => subscriptionRow(subscription)),
	};
};

const noticeRow = ({at, level, text}: Notice): SheetRow => ({
	value: [{text: `${clockTime(at)} `, tone: 'dim'}, {text: `${level} `, tone: levelTones[level], bold: level === 'error'}, {text}],
});

/**
What `!` lists: errors and notices of this session, newest first; what is wrong in the decisions file; each source with its state, age, error and when it is asked
again; how far each subscription could be read, and why not further.
*/
export const noticeLines = (snapshot: Snapshot, width: number, now: number, theme: Theme): readonly Line[] => {
	const notices = snapshot.notices.toSorted((a, b) => b.at - a.at).map(notice => noticeRow(notice));
	return drawSheet([
		{title: 'Notices of this session', rows: notices.length === 0 ? [{value: [{text: 'none', tone: 'dim'}]}] : notices},
		...decisionSections(snapshot.decisions),
		{
			title: snapshot.isPaused ? 'Sources: polling is paused' : 'Sources',
			rows: Object.values(snapshot.sources).flatMap(source => [
				{label: sourceLabels[source.name], value: stateLine(source, snapshot.isPaused, now)},
				...errorRows(source),
			]),
		},
		coverageSection(snapshot),
	], width, theme);
};
