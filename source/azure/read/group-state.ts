import type {
	ContainerMoment,
	ContainerState,
	GroupEvent,
	GroupState,
} from '../../model/group-state.js';
import {
	isUnknown,
	type unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {maskedFact} from './container.js';
import {readElements} from './elements.js';
import {maskSecretsIn} from './secrets.js';
import {timeOf} from './time.js';

const longestMessage = 2000;

const readEvent = (branch: Branch): Fact<GroupEvent> => {
	const sent = branch.raw('message');
	return {
		name: valueOf(branch.word('name')) ?? '',
		type: valueOf(branch.word('type')) ?? '',
		// It may repeat what the container was started with.
		message: typeof sent === 'string' ? sanitize(maskSecretsIn(sent.slice(0, longestMessage)), longestMessage) : '',
		count: valueOf(branch.number('count')),
		lastAt: valueOf(timeOf(branch, 'lastTimestamp')) ?? valueOf(timeOf(branch, 'firstTimestamp')),
	};
};

const readMoment = (view: Branch, name: string): Fact<ContainerMoment | undefined> => {
	const moment = view.child(name);
	const presence = moment.presence();
	if (presence !== true) {
		return presence === false ? undefined : presence;
	}

	return {
		state: moment.word('state'),
		detail: maskedFact(moment, 'detailStatus'),
		exitCode: moment.number('exitCode'),
		startedAt: timeOf(moment, 'startTime'),
		finishedAt: timeOf(moment, 'finishTime'),
	};
};

const readContainerState = (branch: Branch, isInit: boolean): ContainerState => {
	const view = branch.required('properties').required('instanceView');
	return {
		name: valueOf(branch.text('name')) ?? '',
		isInit,
		restarts: view.number('restartCount'),
		current: readMoment(view, 'currentState'),
		previous: readMoment(view, 'previousState'),
		events: readElements(view, 'events', readEvent),
	};
};

/**
How a container group is just now, from the answer for that group alone; what a list gives has none of it, and every part is unknown.
Never throws.
Source: Microsoft.ContainerInstance containerGroups `instanceView`, api-version 2023-05-01.
*/
export const readGroupState = (document: unknown, groupKey: string): GroupState => {
	const properties = Branch.of(document).required('properties');
	const view = properties.required('instanceView');
	const own = readElements(properties, 'containers', branch => readContainerState(branch, false));
	const first = readElements(properties, 'initContainers', branch => readContainerState(branch, true));
	return {
		groupKey,
		state: view.word('state'),
		events: view.isPresent ? readElements(view, 'events', readEvent) : view.presence() as ReturnType<typeof unknown>,
		containers: isUnknown(own) ? own : (isUnknown(first) ? first : [...first, ...own]),
	};
};
