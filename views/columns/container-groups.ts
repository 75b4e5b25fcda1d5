import type {ContainerGroup, ContainerPort, GroupContainer} from '../../source/model/container-group.js';
import type {GroupState} from '../../source/model/group-state.js';
import {isUnknown, valueOf, type Fact} from '../../source/model/known.js';
import {groupNetwork} from '../../source/posture/groups/group-network.js';
import {groupPulls, type PullWay} from '../../source/posture/groups/group-pulls.js';
import type {Tone} from '../theme.js';
import type {Cell, CellContext, Column} from './column.js';
import {factCell, textCell, unknownCell} from './fact-cell.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn, scoreColumn} from './posture-columns.js';

const none: Cell = {text: '-', tone: 'dim'};

const stateOf = ({key}: ContainerGroup, {snapshot}: CellContext): GroupState | undefined => valueOf(snapshot.groupStates.get(key));

const stateTones: Readonly<Record<string, Tone>> = {
	running: 'good', succeeded: 'plain', stopped: 'dim', failed: 'high', unhealthy: 'high', pending: 'medium', creating: 'medium', repairing: 'medium',
};

/**
As it is now where somebody has opened it; else what became of its deployment, which says nothing of how it runs.
*/
const state = (group: ContainerGroup, context: CellContext): Cell => {
	const now = valueOf(stateOf(group, context)?.state);
	return now === undefined ? factCell(group.provisioningState, word => (word === 'Succeeded' ? {text: 'deployed', tone: 'dim'} : {text: word, tone: word === 'Failed' ? 'high' : 'medium'})) : {text: now, tone: stateTones[now.toLowerCase()] ?? 'plain'};
};

/**
Restarts of the container that restarted most.
*/
export const restartsOf = (now: GroupState | undefined): number | undefined => {
	const containers = valueOf(now?.containers);
	const counts = (containers ?? []).flatMap(({restarts}) => valueOf(restarts) ?? []);
	return counts.length === 0 ? undefined : Math.max(...counts);
};

const restarts = (group: ContainerGroup, context: CellContext): Cell => {
	const count = restartsOf(stateOf(group, context));
	return count === undefined ? unknownCell : {text: String(count), tone: count > 5 ? 'high' : (count > 0 ? 'medium' : 'plain')};
};

const networkCells = {
	public: {text: 'public', tone: 'high'}, private: {text: 'private', tone: 'good'}, none: {text: 'none', tone: 'good'},
} as const satisfies Readonly<Record<string, Cell>>;

const network = (group: ContainerGroup): Cell => {
	const fact = groupNetwork(group);
	return isUnknown(fact) ? unknownCell : networkCells[fact];
};

export const portWords = (ports: readonly ContainerPort[]): string => ports.map(({port, protocol}) => (protocol === 'TCP' ? String(port) : `${port}/${protocol.toLowerCase()}`)).join(',');

const ports = ({address}: ContainerGroup): Cell => factCell(address, ({ports: open}) => (isUnknown(open) ? unknownCell : (open.length === 0 ? none : {text: portWords(open)})), none);

const name = ({address}: ContainerGroup): Cell => factCell(address, ({fqdn, ip}) => factCell(fqdn ?? ip, text => ({text}), none), none);

const sumOf = (group: ContainerGroup, of: (container: GroupContainer) => Fact<number | undefined>): Fact<number> => {
	const {containers} = group;
	if (isUnknown(containers)) {
		return containers;
	}

	let sum = 0;
	for (const container of containers) {
		const amount = of(container);
		if (isUnknown(amount)) {
			return amount;
		}

		sum += container.isInit ? 0 : amount ?? 0;
	}

	return sum;
};

const amount = (fact: Fact<number>): Cell => (isUnknown(fact) ? unknownCell : {text: String(Math.round(fact * 100) / 100)});

const cpuOf = (group: ContainerGroup): Fact<number> => sumOf(group, ({cpu}) => cpu);

const memoryOf = (group: ContainerGroup): Fact<number> => sumOf(group, ({memory}) => memory);

const image = ({containers}: ContainerGroup): Cell => factCell(containers, all => {
	const own = all.filter(({isInit}) => !isInit);
	const [first] = own;
	if (first === undefined) {
		return {text: 'no container', tone: 'unknown'};
	}

	const text = valueOf(first.image);
	return text === undefined ? unknownCell : {text: own.length === 1 ? text : `${text} +${own.length - 1}`};
});

const imageTexts = ({containers}: ContainerGroup): string => (valueOf(containers) ?? []).map(container => valueOf(container.image) ?? '').join(' ');

const ways: Readonly<Record<PullWay, readonly [text: string, tone: Tone]>> = {
	identity: ['by id', 'good'], admin: ['admin', 'high'], password: ['password', 'medium'], none: ['', 'plain'],
};

/**
Where its images come from: the worst of its hosts.
*/
const registry = (group: ContainerGroup, {snapshot}: CellContext): Cell => {
	const pulls = groupPulls(group, snapshot.registries);
	if (isUnknown(pulls)) {
		return unknownCell;
	}

	const open = pulls.find(({isPublic, host}) => isPublic && host !== 'mcr.microsoft.com');
	const shown = open ?? pulls[0];
	if (shown === undefined) {
		return none;
	}

	const [words, tone] = ways[shown.way];
	const more = pulls.length === 1 ? '' : ` +${pulls.length - 1}`;
	return {text: `${shown.registry?.name ?? shown.host}${words === '' ? '' : ` ${words}`}${more}`, tone: shown.isPublic && shown.host !== 'mcr.microsoft.com' ? 'medium' : tone};
};

const registryTexts = (group: ContainerGroup, context: CellContext): string => {
	const pulls = groupPulls(group, context.snapshot.registries);
	return isUnknown(pulls) ? 'unknown' : pulls.map(({host, isPublic, way}) => `${host} ${isPublic ? 'public' : 'private'} ${ways[way][0]}`).join(' ');
};

const identityWords: ReadonlyMap<string, string> = new Map([['SystemAssigned', 'system'], ['UserAssigned', 'user'], ['SystemAssigned, UserAssigned', 'system, user'], ['None', 'none']]);

const identity = ({identityType}: ContainerGroup): Cell => factCell(identityType, type => ({text: identityWords.get(type) ?? type}), {text: 'none', tone: 'dim'});

const sku = (group: ContainerGroup): Cell => factCell(group.sku, word => (valueOf(group.priority) === 'Spot' ? {text: `${word}, spot`} : {text: word, tone: word === 'Confidential' ? 'good' : 'plain'}), {text: 'Standard', tone: 'dim'});

/**
A container group in a table: who reaches it, what runs in it, as whom.
*/
export const containerGroupColumns: ReadonlyArray<Column<ContainerGroup>> = [
	{
		id: 'name', aliases: ['group-name'], title: 'NAME', minWidth: 16, width: 22, grows: true, priority: 0, cell: group => ({text: group.name}),
	},
	{...failuresColumn, priority: 1},
	{
		id: 'state', aliases: ['status'], title: 'STATE', minWidth: 9, width: 10, priority: 2, cell: state, filterBy: (group, context) => `${state(group, context).text}${stateOf(group, context) ? '' : ' unknown'}`,
	},
	{
		id: 'network', aliases: ['exposure'], title: 'NETWORK', minWidth: 7, width: 8, priority: 1, cell: network,
	},
	{
		id: 'ports', aliases: ['port'], title: 'PORTS', minWidth: 6, width: 10, priority: 3, cell: ports,
	},
	{
		id: 'restarts', title: 'RESTARTS', align: 'right', minWidth: 8, width: 8, priority: 4, cell: restarts, sortBy: (group, context) => restartsOf(stateOf(group, context)),
	},
	{
		id: 'policy', aliases: ['restart'], title: 'RESTART', minWidth: 9, width: 9, priority: 6, cell: group => factCell(group.restartPolicy, text => ({text}), {text: 'Always', tone: 'dim'}),
	},
	{
		id: 'registry', aliases: ['host', 'from'], title: 'REGISTRY', minWidth: 14, width: 24, priority: 3, cell: registry, filterBy: registryTexts,
	},
	{
		id: 'image', aliases: ['images'], title: 'IMAGE', minWidth: 16, width: 26, grows: true, priority: 5, cell: image, filterBy: imageTexts,
	},
	{
		id: 'identity', title: 'IDENTITY', minWidth: 8, width: 12, priority: 7, cell: identity,
	},
	{...scoreColumn, priority: 8},
	{
		id: 'os', title: 'OS', minWidth: 5, width: 7, priority: 9, cell: group => textCell(group.osType),
	},
	{
		id: 'cpu', title: 'CPU', align: 'right', minWidth: 4, width: 4, priority: 9, cell: group => amount(cpuOf(group)), sortBy: group => valueOf(cpuOf(group)),
	},
	{
		id: 'memory', aliases: ['mem', 'gb'], title: 'GB', align: 'right', minWidth: 4, width: 5, priority: 9, cell: group => amount(memoryOf(group)), sortBy: group => valueOf(memoryOf(group)),
	},
	{
		id: 'sku', title: 'SKU', minWidth: 8, width: 14, priority: 10, cell: sku,
	},
	{
		id: 'fqdn', aliases: ['address', 'ip'], title: 'ADDRESS', minWidth: 14, width: 34, priority: 8, cell: name, filterBy({address}) {
			const known = valueOf(address);
			return known === undefined ? '' : `${valueOf(known.fqdn) ?? ''} ${valueOf(known.ip) ?? ''}`;
		},
	},
	{...regionColumn, priority: 11},
	{...resourceGroupColumn, priority: 13},
	{...subscriptionColumn, priority: 12},
];

/**
Worst first.
*/
export const containerGroupSort = {column: 'severity', isDescending: true} as const;
