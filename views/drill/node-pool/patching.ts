import type {NodePool} from '../../../source/model/node-pool.js';
import {patchingSection} from '../patching/pool-section.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {supportPlanOf} from './support-plan-of.js';

/**
How a pool is patched: node image, channel, Kubernetes version.
*/
export const patching: Tab<NodePool> = {
	id: 'patching',
	title: 'Patching',
	type: 'lines',
	lines: ({resource, snapshot, now, width, theme}) =>
		drawSheet([patchingSection(resource, supportPlanOf(resource, snapshot), snapshot, now)], width, theme),
};
