import type {Registry} from '../../../source/model/registry.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {costSection} from './cost-section.js';
import {skuSection, usageSection} from './usage-section.js';

/**
What a registry may have, what it uses and what that costs.
*/
export const usage: Tab<Registry> = {
	id: 'usage',
	title: 'Usage & cost',
	type: 'lines',
	lines: ({resource, snapshot, theme, width}) => drawSheet([usageSection(resource, snapshot, theme), costSection(resource, snapshot), skuSection(resource)], width, theme),
};
