import type {Branch} from '../../azure/read/branch.js';
import {osSkus} from '../../azure/read/vocabulary.js';
import type {ClusterNode} from '../../model/cluster-node.js';
import {insideResource} from '../../model/inside-resource.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import {problemsOf, readConditions, type Condition} from './conditions.js';
import {listOf} from './list-of.js';
import {readLivePatch} from './live-patch.js';
import {readMetadata} from './metadata.js';
import type {Owner} from './owner.js';
import {readReboot} from './reboot.js';

/**
A virtual node fills `nodeInfo` with empty texts: nothing is said then.
*/
const said = (fact: Fact<string | undefined>): Fact<string | undefined> => (fact === '' ? undefined : fact);

const withoutV = (fact: Fact<string | undefined>): Fact<string | undefined> => (typeof fact === 'string' ? fact.replace(/^v/v, '') : fact);

const readyOf = (conditions: Fact<readonly Condition[] | undefined>): ClusterNode['ready'] => {
	if (isUnknown(conditions)) {
		return conditions;
	}

	const condition = conditions?.find(({type}) => type === 'Ready');
	return condition && {status: condition.status, since: condition.since, reason: condition.reason};
};

const cordonedSince = (spec: Branch): Fact<string | undefined> => {
	const taints = listOf(spec, 'taints', taint => ({key: valueOf(taint.word('key')), since: taint.text('timeAdded', 64)}));
	return isUnknown(taints) ? taints : taints?.find(({key}) => key === 'node.kubernetes.io/unschedulable')?.since;
};

type Addresses = Pick<ClusterNode, 'internalAddresses' | 'externalAddresses'>;

const addressesOf = (status: Branch): Addresses => {
	const all = listOf(status, 'addresses', element => {
		const type = element.word('type');
		const address = element.text('address', 64);
		return typeof type === 'string' && typeof address === 'string' ? {type, address} : undefined;
	});
	if (isUnknown(all)) {
		return {internalAddresses: all, externalAddresses: all};
	}

	const ofType = (wanted: string): readonly string[] => (all ?? []).filter(({type}) => type === wanted).map(({address}) => address);
	return {internalAddresses: ofType('InternalIP'), externalAddresses: ofType('ExternalIP')};
};

/**
Maps a Node, also one without labels, spec or status. Never throws.
Sources: Kubernetes core/v1 Node; labels of AKS (`kubernetes.azure.com/`, before 1.20 `agentpool` alone).
*/
export const readNode = (document: unknown, owner: Owner): ClusterNode => {
	const {root, name, labels, annotations, created} = readMetadata(document);
	const spec = root.required('spec');
	const status = root.required('status');
	const info = status.required('nodeInfo');
	const conditions = readConditions(status);
	const ready = readyOf(conditions);
	const isCordoned: Fact<boolean> = spec.flag('unschedulable') ?? false;
	const poolName = said(labels.word('kubernetes.azure.com/agentpool') ?? labels.word('agentpool'));
	return {
		...insideResource(owner, `nodes/${name}`, name),
		kind: 'node',
		nodeOsUpgradeChannel: owner.nodeOsUpgradeChannel,
		poolName,
		poolKey: typeof poolName === 'string' ? `${owner.key}/agentpools/${poolName.toLowerCase()}` : undefined,
		created,
		operatingSystem: said(info.word('operatingSystem')),
		osSku: said(labels.word('kubernetes.azure.com/os-sku-effective', osSkus) ?? labels.word('kubernetes.azure.com/os-sku', osSkus)),
		osImage: said(info.word('osImage')),
		nodeImageVersion: said(labels.word('kubernetes.azure.com/node-image-version')),
		livePatch: readLivePatch(annotations),
		kernelVersion: said(info.word('kernelVersion')),
		kubeletVersion: withoutV(said(info.word('kubeletVersion'))),
		containerRuntime: said(info.word('containerRuntimeVersion')),
		ready,
		isCordoned,
		cordonedSince: cordonedSince(spec),
		reboot: readReboot({annotations, conditions, isAside: isCordoned === true || (valueOf(ready)?.status ?? 'True') !== 'True'}),
		problems: problemsOf(conditions),
		...addressesOf(status),
	};
};
