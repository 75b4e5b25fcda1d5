import type {NodePool} from '../../../source/model/node-pool.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {poolPatchingSection} from './pool-patching-section.js';

/**
How a pool is patched: node image, channel, Kubernetes version.
*/
export const patching: Tab<NodePool> = {
	id: 'patching',
	title: 'Patching',
	type: 'lines',
	lines: ({resource, snapshot, now, width, theme}) =>
		drawSheet([poolPatchingSection(resource, snapshot, now)], width, theme),
};
