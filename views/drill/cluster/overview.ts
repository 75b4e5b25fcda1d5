import type {Cluster} from '../../../source/model/cluster.js';
import {postureSection} from '../rows/posture-section.js';
import {tagSection} from '../rows/resource-section.js';
import {drawSheet} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {accessSections} from './access-sections.js';
import {clusterSection, upgradeSection} from './cluster-sections.js';
import {addOnSections} from './add-on-sections.js';
import {networkSections} from './network-sections.js';

/**
A cluster at a glance: posture, version, exposure, sign-in, patching, network, add-ons.
*/
export const overview: Tab<Cluster> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines: ({resource, snapshot, theme, width}) => drawSheet([
		postureSection(snapshot.posture.byKey.get(resource.key), theme),
		clusterSection(resource, snapshot),
		...networkSections(resource),
		...accessSections(resource),
		upgradeSection(resource),
		...addOnSections(resource, snapshot),
		tagSection(resource),
	], width, theme),
};
