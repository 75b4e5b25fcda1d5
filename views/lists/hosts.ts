import type {Host} from '../../source/model/host.js';
import {hostColumns, hostSort} from '../columns/hosts.js';
import {isWrong} from '../columns/posture-columns.js';
import type {ListDefinition} from './list.js';

/**
Machines of one's own: can they run Windows containers?
*/
export const hostsList: ListDefinition<Host> = {
	kind: 'host',
	title: 'Hosts',
	columns: hostColumns,
	defaultSort: hostSort,
	isWrong,
	empty: ({sources: {hosts}}) => (hosts.readAt === undefined ? `Not read yet${hosts.error === undefined ? '.' : `: ${hosts.error.reason}`}` : 'Azure Arc connects no Windows machine in what was read.'),
	missing: ({sources: {hosts}}) => hosts.error?.reason ?? '',
};
