import type {ContainerGroup, GroupContainer} from '../../../source/model/container-group.js';
import {isUnknown} from '../../../source/model/known.js';
import {factRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {networkRows} from './network-rows.js';

const listening = ({containers}: ContainerGroup): readonly SheetRow[] => (isUnknown(containers)
	? [{value: unknownLine(containers)}]
	: containers.filter(({isInit}) => !isInit).map(({name, ports}: GroupContainer) => factRow(name, ports, open => (open.length === 0
		? words('no port', 'dim')
		: words(open.map(({port, protocol}) => `${port}/${protocol}`).join(', '))))));

/**
Who reaches a group, and which of its containers listens where.
*/
export const network: Tab<ContainerGroup> = {
	id: 'network',
	title: 'Network',
	type: 'lines',
	lines: ({resource, width, theme}) => drawSheet([
		{title: 'Network', rows: networkRows(resource)},
		{title: 'Containers listen on', rows: listening(resource)},
	], width, theme),
};
