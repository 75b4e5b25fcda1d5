import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown} from '../../../source/model/known.js';
import type {NetworkResource} from '../../../source/model/network-resource.js';
import {inNodeGroup} from '../../../source/model/node-group.js';
import {
	hasDrift,
	inheritedTags,
	tagDrift,
	type TagDrift,
} from '../../../source/posture/tags/tag-drift.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';
import {sourceGap} from '../inside/source-gap.js';
import {tagSection} from '../rows/resource-section.js';
import type {Tab} from '../tab.js';
import {plural} from '../../../source/model/plural.js';

const typeWords: Readonly<Record<NetworkResource['type'], string>> = {
	routeTable: 'Route table',
	publicIp: 'Public IP',
	networkSecurityGroup: 'Network security group',
	virtualNetwork: 'Virtual network',
	loadBalancer: 'Load balancer',
};

const order: ReadonlyArray<NetworkResource['type']> = ['routeTable', 'publicIp', 'networkSecurityGroup', 'virtualNetwork', 'loadBalancer'];

const driftRows = (drift: TagDrift): readonly SheetRow[] => {
	const {resource, missing, different, unknown} = drift;
	const start: Line = [{text: `${typeWords[resource.type]} `, tone: 'dim'}, {text: resource.name}];
	if (unknown !== undefined) {
		return [{value: [...start, {text: ': tags unknown: ', tone: 'unknown'}, {text: unknown}]}];
	}

	if (!hasDrift(drift)) {
		return [{value: [...start, {text: ': carries them all', tone: 'good'}]}];
	}

	return [
		{value: start},
		...(missing.length === 0 ? [] : [{value: [{text: '  lacks ', tone: 'medium'}, {text: missing.join(', ')}]} as const]),
		...different.map(({name, wanted, found}): SheetRow => ({value: [{text: '  differs ', tone: 'medium'}, {text: `${name} = ${found}`}, {text: `, the cluster says ${wanted}`, tone: 'dim'}]})),
	];
};

const driftSection = (cluster: Cluster, drifts: readonly TagDrift[], gap: Line | undefined): Section => {
	const title = 'On its network, in the node resource group';
	if (isUnknown(cluster.isTagged)) {
		return {title, rows: [{value: unknownLine(cluster.isTagged)}]};
	}

	if (gap) {
		return {title, rows: [{value: gap}]};
	}

	if (drifts.length === 0) {
		return {title, rows: [{value: words('No route table, public IP, network security group or virtual network stands there.', 'dim')}]};
	}

	const wanted = inheritedTags(cluster).length;
	const drifted = drifts.filter(drift => hasDrift(drift)).length;
	const sum: Line = wanted === 0
		? words('The cluster has no tag to pass on.', 'dim')
		: (drifted === 0 ? words(`All ${drifts.length} carry the cluster's ${plural(wanted, 'tag')}.`, 'good') : words(`${drifted} of ${drifts.length} differ from the cluster.`, 'medium'));
	const inOrder = drifts.toSorted((one, other) => order.indexOf(one.resource.type) - order.indexOf(other.resource.type));
	const sorted = [...inOrder.filter(drift => hasDrift(drift)), ...inOrder.filter(drift => !hasDrift(drift))];
	return {title, rows: [{value: sum}, ...(wanted === 0 ? [] : sorted.flatMap(drift => driftRows(drift)))]};
};

/**
The cluster's tags, and which of them its network does not carry: AKS hands them down, and whoever changes them by hand makes them drift.
*/
export const tags: Tab<Cluster> = {
	id: 'tags',
	title: 'Tags',
	type: 'lines',
	count({resource, snapshot}) {
		const network = inNodeGroup(snapshot.networkResources, resource);
		const drifted = tagDrift(resource, network).filter(drift => hasDrift(drift)).length;
		return drifted === 0 ? undefined : drifted;
	},
	lines({resource, snapshot, theme, width}) {
		const drifts = tagDrift(resource, inNodeGroup(snapshot.networkResources, resource));
		const gap = sourceGap(resource.subscriptionId, snapshot, 'networkResources');
		return drawSheet([tagSection(resource), driftSection(resource, drifts, gap)], width, theme);
	},
};
