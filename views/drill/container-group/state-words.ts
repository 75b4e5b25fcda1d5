import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {
	ContainerMoment,
	ContainerState,
	GroupEvent,
	GroupState,
} from '../../../source/model/group-state.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../../source/model/known.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import type {Line, Tone} from '../../theme.js';

const notRead = unknown('not-asked', 'only the answer for this one group tells, and it is being read');

/**
How a group is just now, or why that is not known.
*/
export const stateOf = (key: string, {groupStates}: Snapshot): Fact<GroupState> => groupStates.get(key) ?? notRead;

/**
The state of one container by its name.
*/
export const containerStateOf = (state: Fact<GroupState>, name: string, isInit: boolean): Fact<ContainerState | undefined> => {
	if (isUnknown(state)) {
		return state;
	}

	return isUnknown(state.containers) ? state.containers : state.containers.find(container => container.name === name && container.isInit === isInit);
};

const tones: Readonly<Record<string, Tone>> = {running: 'good', waiting: 'medium', terminated: 'plain'};

/**
A time in steps: `3 h ago`.
*/
export const agoWords = (time: Fact<number | undefined>, now: number): string => {
	const known = valueOf(time);
	return known === undefined ? '' : `${relativeAge(now - known)} ago`;
};

const exitWords = (code: Fact<number | undefined>): string => (typeof code === 'number' ? `exit code ${code}` : '');

export const momentLine = (moment: ContainerMoment, now: number): Line => {
	const {state, detail, exitCode, startedAt, finishedAt} = moment;
	if (isUnknown(state)) {
		return unknownLine(state);
	}

	const since = agoWords(valueOf(finishedAt) === undefined ? startedAt : finishedAt, now);
	const more = [valueOf(detail) ?? '', exitWords(exitCode), since].filter(part => part !== '').join(', ');
	const hasFailed = typeof exitCode === 'number' && exitCode !== 0;
	const text = state ?? 'not told';
	return [{text, tone: hasFailed ? 'high' : tones[text.toLowerCase()] ?? 'plain'}, {text: more === '' ? '' : `: ${more}`}];
};

const eventRow = ({name, type, message, count, lastAt}: GroupEvent, now: number): SheetRow => ({
	value: [
		{text: `${name}${count === undefined || count < 2 ? '' : ` ×${count}`}`, tone: type.toLowerCase() === 'warning' ? 'medium' : 'accent'},
		{text: lastAt === undefined ? '' : ` ${agoWords(lastAt, now)}`, tone: 'dim'},
		{text: message === '' ? '' : `: ${message}`},
	],
});

/**
So many events are shown: the last ones.
*/
const mostEvents = 20;

export const eventRows = (events: Fact<readonly GroupEvent[]>, now: number): readonly SheetRow[] => {
	if (isUnknown(events)) {
		return [{value: unknownLine(events)}];
	}

	return events.length === 0
		? [{value: words('none', 'dim')}]
		: events.toSorted((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0)).slice(0, mostEvents).map(event => eventRow(event, now));
};

/**
What happened to the group and to its containers, newest first.
*/
export const eventSection = (state: Fact<GroupState>, now: number): Section => {
	if (isUnknown(state)) {
		return {title: 'Events', rows: [{value: unknownLine(state)}]};
	}

	const containers = valueOf(state.containers) ?? [];
	const all = [state.events, ...containers.map(({events}) => events)];
	const unread = all.find(events => isUnknown(events));
	return {title: 'Events', rows: eventRows(unread ?? all.flatMap(events => valueOf(events) ?? []), now)};
};
