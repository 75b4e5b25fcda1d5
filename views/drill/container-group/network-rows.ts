import type {ContainerGroup, ContainerPort} from '../../../source/model/container-group.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {groupNetwork} from '../../../source/posture/groups/group-network.js';
import {
	factRow,
	listRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';

const reachLines: Readonly<Record<'public' | 'private' | 'none', Line>> = {
	public: words('public: everybody on the internet reaches its ports, no rule filters them', 'high'),
	private: words('private: inside its virtual network', 'good'),
	none: words('none: it has no address; its logs can be read all the same', 'good'),
};

const portLine = (ports: readonly ContainerPort[]): Line => (ports.length === 0 ? words('none', 'dim') : words(ports.map(({port, protocol}) => `${port}/${protocol}`).join(', ')));

const scopeLine = (scope: string): Line => (scope === 'Unsecure' ? words('Unsecure: whoever comes next may take the label', 'medium') : words(`${scope}: no other tenant can take the label`, 'good'));

const lastOf = (id: string): string => id.split('/').slice(-3).join('/');

/**
Who reaches a group: address, name, open ports, subnet.
*/
export const networkRows = (group: ContainerGroup): readonly SheetRow[] => {
	const reach = groupNetwork(group);
	const address = valueOf(group.address);
	return [
		{label: 'Reach', value: isUnknown(reach) ? unknownLine(reach) : reachLines[reach]},
		...(address === undefined
			? []
			: [
				textRow('Address', address.ip, words('none yet', 'unknown')),
				textRow('Name', address.fqdn, words('none', 'dim')),
				factRow('Open ports', address.ports, portLine),
				...(address.dnsLabel === undefined ? [] : [factRow('Label may be taken', address.labelScope, scopeLine, scopeLine('Unsecure'))]),
			]),
		...(isUnknown(group.subnetIds) || (group.subnetIds ?? []).length > 0 ? [factRow('Subnet', group.subnetIds, ids => words(ids.map(id => lastOf(id)).join(', ')))] : []),
		...(group.nameServers === undefined ? [] : [listRow('Name servers', group.nameServers, words('none', 'dim'))]),
	];
};
