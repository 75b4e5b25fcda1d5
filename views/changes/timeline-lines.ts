import type {TimelineEvent} from '../../source/fleet/history/change.js';
import {checkById} from '../../source/posture/checks/index.js';
import {clockTime} from '../parts/header/clock-time.js';
import {severityMark, type Line, type Segment} from '../theme.js';
import {localDay} from '../parts/text/local-day.js';
import {changeWords} from './change-words.js';

const eventLine = ({at, change, checkId, severity}: TimelineEvent): Line => {
	const {glyph, word, tone} = changeWords[change];
	const check: Segment[] = checkId === undefined
		? [{text: 'the resource'}]
		: [{text: severityMark(severity), tone: severity}, {text: ` ${checkById.get(checkId)?.title ?? checkId}`}, {text: `  ${checkId}`, tone: 'dim'}];
	return [{text: `   ${clockTime(at)}  `, tone: 'dim'}, {text: `${glyph} ${word}`.padEnd(18), tone}, ...check];
};

/**
What became of one check on a resource, newest first, for as long as is remembered.
*/
export const checkHistoryLines = (events: readonly TimelineEvent[], checkId: string): readonly Line[] => events
	.filter(event => event.checkId === checkId)
	.toReversed()
	.map(({at, change}): Line => {
		const {glyph, word, tone} = changeWords[change];
		return [{text: `  ${localDay(at)} ${clockTime(at)}  `, tone: 'dim'}, {text: `${glyph} ${word}`, tone}];
	});

/**
What became of one resource, newest day first, each day from its newest event on.
*/
export const timelineLines = (events: readonly TimelineEvent[]): readonly Line[] => {
	if (events.length === 0) {
		return [[], [{text: ' Nothing has changed here for as long as is remembered (30 days at most).', tone: 'dim'}]];
	}

	const lines: Line[] = [];
	let day = '';
	for (const event of events.toReversed()) {
		if (localDay(event.at) !== day) {
			day = localDay(event.at);
			lines.push([{text: ` ${day}`, tone: 'heading', bold: true}]);
		}

		lines.push(eventLine(event));
	}

	return lines;
};
