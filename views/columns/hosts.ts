import type {Host} from '../../source/model/host.js';
import {isUnknown} from '../../source/model/known.js';
import {hostAnswers, type Isolation} from '../../source/posture/hosts/requirements.js';
import {bytesText} from '../images/bytes-text.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Cell, CellContext, Column} from './column.js';
import {factCell, textCell, unknownCell} from './fact-cell.js';
import {parseDuration} from './measures.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn} from './posture-columns.js';

const canCells: Readonly<Record<'yes' | 'no' | 'unknown', Cell>> = {
	yes: {text: 'yes', tone: 'good'}, no: {text: 'no', tone: 'medium'}, unknown: unknownCell,
};

const can = (host: Host, isolation: Isolation): 'yes' | 'no' | 'unknown' => hostAnswers(host).find(answer => answer.isolation === isolation)!.can;

const canColumn = (id: string, title: string, isolation: Isolation, aliases: readonly string[]): Column<Host> => ({
	id, aliases, title, minWidth: 7, width: 8, priority: 1, cell: host => canCells[can(host, isolation)], sortBy: host => ['no', 'unknown', 'yes'].indexOf(can(host, isolation)), filterBy: host => can(host, isolation),
});

const statusTones: Readonly<Record<string, Cell['tone']>> = {
	Connected: 'good', Disconnected: 'medium', Error: 'high', Expired: 'high',
};

const updates = ({patches}: Host): Cell => {
	if (patches === undefined || isUnknown(patches)) {
		return unknownCell;
	}

	const {critical, security, rebootPending} = patches;
	if (typeof critical !== 'number' || typeof security !== 'number') {
		return unknownCell;
	}

	const waiting = critical + security;
	const reboot = rebootPending === true ? ' reboot' : '';
	return waiting === 0 ? {text: reboot === '' ? 'none' : 'reboot', tone: reboot === '' ? 'good' : 'medium'} : {text: `${waiting}${reboot}`, tone: 'high'};
};

const sinceChange = ({statusChanged}: Host, now: number): number | undefined => {
	const at = typeof statusChanged === 'string' ? Date.parse(statusChanged) : NaN;
	return Number.isNaN(at) ? undefined : now - at;
};

/**
A machine of one's own in a table: which containers it can run, how well it is kept, whether it is heard of.
*/
export const hostColumns: ReadonlyArray<Column<Host>> = [
	{
		id: 'name', aliases: ['host', 'machine'], title: 'HOST', minWidth: 14, width: 20, grows: true, priority: 0, cell: ({name}) => ({text: name}),
	},
	failuresColumn,
	canColumn('process', 'PROCESS', 'process', ['processisolation']),
	canColumn('hyperv', 'HYPER-V', 'hyperV', ['hyper-v']),
	{
		id: 'os', aliases: ['system'], title: 'OS', minWidth: 14, width: 30, grows: true, priority: 2, cell: ({osSku}) => textCell(osSku),
	},
	{
		id: 'build', aliases: ['version'], title: 'BUILD', minWidth: 10, width: 16, priority: 5, cell: ({osVersion}) => textCell(osVersion),
	},
	{
		id: 'status', title: 'ARC', minWidth: 9, width: 13, priority: 2, cell: ({status}) => factCell(status, text => ({text, tone: statusTones[text] ?? 'unknown'})),
	},
	{
		id: 'since',
		title: 'SINCE',
		align: 'right',
		minWidth: 5,
		width: 6,
		priority: 6,
		cell(host, {now}) {
			const age = sinceChange(host, now);
			return age === undefined ? unknownCell : {text: relativeAge(age)};
		},
		sortBy: (host, {now}: CellContext) => sinceChange(host, now),
		measure: {of: (host, {now}) => sinceChange(host, now), parse: parseDuration, example: '7d, 12h or 30min'},
	},
	{
		id: 'updates', aliases: ['patches'], title: 'UPDATES', minWidth: 7, width: 10, priority: 3, cell: updates, sortBy: ({patches}) => (patches === undefined || isUnknown(patches) || typeof patches.critical !== 'number' || typeof patches.security !== 'number' ? undefined : patches.critical + patches.security),
	},
	{
		id: 'virtual', aliases: ['vm'], title: 'VIRTUAL', minWidth: 7, width: 8, priority: 7, cell: ({isVirtual}) => factCell(isVirtual, value => ({text: value ? 'yes' : 'no'}), unknownCell),
	},
	{
		id: 'memory', aliases: ['ram'], title: 'MEMORY', align: 'right', minWidth: 7, width: 9, priority: 8, cell: ({memory}) => factCell(memory, bytes => ({text: bytesText(bytes)}), unknownCell), sortBy: ({memory}) => (typeof memory === 'number' ? memory : undefined),
	},
	{
		id: 'cores', aliases: ['processors', 'cpu'], title: 'CPUS', align: 'right', minWidth: 4, width: 5, priority: 8, cell: ({processors}) => factCell(processors, count => ({text: String(count)}), unknownCell), sortBy: ({processors}) => (typeof processors === 'number' ? processors : undefined),
	},
	{
		id: 'agent', title: 'AGENT', minWidth: 10, width: 16, priority: 9, cell: ({agentVersion}) => textCell(agentVersion),
	},
	regionColumn,
	resourceGroupColumn,
	subscriptionColumn,
] as ReadonlyArray<Column<Host>>;

export const hostSort = {column: 'severity', isDescending: true} as const;
