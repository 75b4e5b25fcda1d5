import type {Registry} from '../../../source/model/registry.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {partsSections} from './parts-sections.js';

/**
What hangs on a registry: replicas, webhooks, cache rules and what they sign in with, connected registries.
*/
export const parts: Tab<Registry> = {
	id: 'replicas',
	title: 'Replicas & webhooks',
	type: 'lines',
	lines: ({resource, snapshot, theme, width, now}) => drawSheet(partsSections(resource, snapshot.registryRecords.get(resource.key)?.details, now), width, theme),
};
