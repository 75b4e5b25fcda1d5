import type {Snapshot, SourceState} from '../../source/fleet/snapshot.js';
import {clockTime} from '../parts/header/clock-time.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Line, Theme} from '../theme.js';
import {plural} from '../../source/model/plural.js';
import type {PaneDefinition} from './pane.js';

const retry = (source: SourceState, now: number): string => {
	const at = source.error?.retryAt ?? source.nextAt;
	return at === undefined || at <= now || source.error === undefined ? '' : `again at ${clockTime(at)}`;
};

/**
When a pane that could not be read is asked for again.
*/
export const paneRetry = (source: SourceState, now: number): Line => {
	const text = retry(source, now);
	return text === '' ? [] : [{text, tone: 'medium'}];
};

/**
The lower edge of a pane: nothing while its data are fresh, else how old they are and why.
*/
export const paneStatus = (source: SourceState, now: number, theme: Theme): Line => {
	const age = source.readAt === undefined ? '' : `${relativeAge(now - source.readAt)} old`;
	if (source.error) {
		const {cause, reason} = source.error;
		return [
			...(age === '' ? [] : [{text: `${age} ${theme.glyphs.separator} `, tone: 'medium'} as const]),
			{text: reason, tone: cause === 'throttled' ? 'medium' : 'high'},
		];
	}

	return source.status === 'old' ? [{text: source.isKept ? `${age}, from the last run` : age, tone: 'medium'}] : [];
};

/**
What a pane says when it has no rows: never an empty frame, never 'none' for what was not read.
*/
export const paneEmpty = (pane: PaneDefinition, snapshot: Snapshot, now: number): string => {
	const source = snapshot.sources[pane.source];
	if (source.error) {
		const remedy = source.error.remedy === undefined ? '' : ` ${source.error.remedy}`;
		const again = retry(source, now);
		return `${source.error.reason}${remedy}${again === '' ? '' : `, ${again}`}`;
	}

	if (source.readAt === undefined) {
		return `Reading ${pane.noun}${snapshot.subscriptions.length === 0 ? '' : ` of ${plural(snapshot.subscriptions.length, 'subscription')}`}…`;
	}

	const denied = snapshot.subscriptions.filter(({coverage}) => coverage.state === 'denied' || coverage.state === 'failed').length;
	const hidden = denied === 0 ? '' : ` ${denied} could not be read: what they hold is unknown (! says why).`;
	return `No ${pane.noun} in the ${plural(snapshot.subscriptions.length - denied, 'subscription')} that could be read.${hidden}`;
};
