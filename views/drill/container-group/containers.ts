import type {
	ContainerGroup,
	ContainerProbe,
	EnvironmentVariable,
	GroupContainer,
} from '../../../source/model/container-group.js';
import type {GroupState} from '../../../source/model/group-state.js';
import {isUnknown, valueOf, type Fact} from '../../../source/model/known.js';
import {
	factRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';
import type {PickItem, Tab, TabContext} from '../tab.js';
import {
	containerStateOf,
	eventRows,
	momentLine,
	stateOf,
} from './state-words.js';

const keepsWords: Readonly<Record<EnvironmentVariable['keeps'], Line>> = {
	plain: words('plain', 'dim'), secure: words('secure', 'good'), vault: words('from a vault', 'good'),
};

const variableRow = ({name, keeps, secret}: EnvironmentVariable): SheetRow => ({
	label: name,
	value: secret === undefined ? keepsWords[keeps] : [{text: 'plain, and looks like a secret: ', tone: 'high'}, {text: `${secret}; its value is not shown`}],
});

const variableSection = ({variables}: GroupContainer): Section => ({
	title: 'Environment variables',
	rows: isUnknown(variables) ? [{value: unknownLine(variables)}] : (variables.length === 0 ? [{value: words('none', 'dim')}] : variables.map(variable => variableRow(variable))),
});

const commandRow = ({command}: GroupContainer): SheetRow => factRow('Command', command, ({words: all, secret}) => [
	{text: all.join(' ')},
	...(secret === undefined ? [] : [{text: `  holds what looks like a secret: ${secret}`, tone: 'high'} as const]),
], words('the image\'s own', 'dim'));

const probeRow = (label: string, probe: Fact<ContainerProbe | undefined>): SheetRow => factRow(label, probe, ({asks}) => words(asks), words('none', 'dim'));

const securityRows = ({security}: GroupContainer): readonly SheetRow[] => {
	if (security === undefined) {
		return [{value: words('nothing set', 'dim')}];
	}

	return [
		factRow('Privileged', security.privileged, isOn => (isOn ? words('yes', 'high') : words('no', 'good')), words('no', 'dim')),
		factRow('May gain rights', security.escalates, isOn => (isOn ? words('yes', 'medium') : words('no', 'good')), words('not set', 'dim')),
		factRow('Runs as user', security.runAsUser, user => (user === 0 ? words('0 (root)', 'medium') : words(String(user))), words('the image\'s own', 'dim')),
		factRow('Capabilities added', security.adds, adds => (adds.length === 0 ? words('none', 'dim') : words(adds.join(', '), 'medium')), words('none', 'dim')),
	];
};

const stateRows = (container: GroupContainer, state: Fact<GroupState>, now: number): readonly SheetRow[] => {
	const own = containerStateOf(state, container.name, container.isInit);
	if (isUnknown(own)) {
		return [{label: 'State', value: unknownLine(own)}];
	}

	if (own === undefined) {
		return [{label: 'State', value: words('Azure tells of no such container now', 'unknown')}];
	}

	return [
		factRow('State', own.current, moment => momentLine(moment, now), words('not told', 'unknown')),
		factRow('Before', own.previous, moment => momentLine(moment, now), words('nothing', 'dim')),
		factRow('Restarts', own.restarts, count => words(String(count), count > 5 ? 'high' : (count > 0 ? 'medium' : 'plain')), words('not told', 'unknown')),
	];
};

const sectionsOf = (container: GroupContainer, state: Fact<GroupState>, now: number): readonly Section[] => {
	const own = containerStateOf(state, container.name, container.isInit);
	return [
		{
			title: container.isInit ? `${container.name} (runs first)` : container.name,
			rows: [
				...stateRows(container, state, now),
				textRow('Image', container.image, words('not reported', 'unknown')),
				commandRow(container),
				textRow('Cores', container.cpu, words('not set', 'dim')),
				textRow('Memory, GB', container.memory, words('not set', 'dim')),
				...(container.gpus === undefined ? [] : [textRow('GPUs', container.gpus)]),
				factRow('Ports', container.ports, ports => (ports.length === 0 ? words('none', 'dim') : words(ports.map(({port, protocol}) => `${port}/${protocol}`).join(', ')))),
				probeRow('Liveness', container.liveness),
				probeRow('Readiness', container.readiness),
			],
		},
		variableSection(container),
		{title: 'Security', rows: securityRows(container)},
		{title: 'Events', rows: own === undefined || isUnknown(own) ? [] : eventRows(own.events, now)},
	];
};

const secretsOf = ({variables, command}: GroupContainer): number => (valueOf(variables) ?? []).filter(({secret}) => secret !== undefined).length + (valueOf(command)?.secret === undefined ? 0 : 1);

const itemOf = (container: GroupContainer, state: Fact<GroupState>, {width, now, theme}: TabContext<ContainerGroup>): PickItem => {
	const secrets = secretsOf(container);
	return {
		key: `${container.isInit ? 'init ' : ''}${container.name}`,
		title: [
			{text: container.name},
			...(container.isInit ? [{text: ' first', tone: 'dim'} as const] : []),
			...(secrets === 0 ? [] : [{text: ` ${secrets} plain ${secrets === 1 ? 'secret' : 'secrets'}`, tone: 'high'} as const]),
		],
		get explanation() {
			return drawSheet(sectionsOf(container, state, now), width >= 90 ? Math.floor(width * 0.58) - 3 : width, theme);
		},
	};
};

/**
The containers of a group: what runs, with which variables and command, how it does.
*/
export const containers: Tab<ContainerGroup> = {
	id: 'containers',
	title: 'Containers',
	type: 'pick',
	count: ({resource}) => valueOf(resource.containers)?.length,
	items(context) {
		const {resource, snapshot} = context;
		const state = stateOf(resource.key, snapshot);
		return (valueOf(resource.containers) ?? []).map(container => itemOf(container, state, context));
	},
	empty: ({resource: {containers: all}}) => (isUnknown(all) ? `Containers: unknown, ${all.reason}` : 'Azure lists no container of this group.'),
};
