import type {ContainerGroup} from '../../model/container-group.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
How a container group is reached: from anywhere, inside its virtual network, or not at all.
*/
export type GroupNetwork = 'public' | 'private' | 'none';

/**
Tells how a group is reached. One in a subnet may have no address in its answer, and is reached inside of it all the same.
Source: Microsoft.ContainerInstance containerGroups `ipAddress`, `subnetIds`, api-version 2023-05-01.
*/
export const groupNetwork = ({address, subnetIds}: Pick<ContainerGroup, 'address' | 'subnetIds'>): Fact<GroupNetwork> => {
	if (isUnknown(address)) {
		return address;
	}

	if (address === undefined) {
		return isUnknown(subnetIds) ? subnetIds : ((subnetIds ?? []).length === 0 ? 'none' : 'private');
	}

	const {type} = address;
	if (isUnknown(type)) {
		return type;
	}

	if (type === 'Public' || type === 'Private') {
		return type === 'Public' ? 'public' : 'private';
	}

	return type === undefined ? unknown('not-reported', '`properties.ipAddress.type` is not in the answer') : unknown('malformed', `\`properties.ipAddress.type\` holds "${type}", which crowsnest does not know`);
};
