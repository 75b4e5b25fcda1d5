import type {ContainerGroup} from '../../../model/container-group.js';
import {valueOf} from '../../../model/known.js';
import {needed} from '../../commands.js';
import {shellQuote} from '../../shell-quote.js';

/**
`az container VERB` on a group. `options` is shell text: quote what comes from a document.
*/
export const groupCommand = (verb: string, {subscriptionId, resourceGroup, name}: ContainerGroup, options: string): string =>
	`az container ${verb} --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --name ${shellQuote(name)} ${options}`;

/**
Most of a group is chosen when it is created: one with a single container is created again with other options, any other from a file.
*/
export const recreateCommand = (group: ContainerGroup, options: string): string => {
	const containers = valueOf(group.containers) ?? [];
	const [only] = containers;
	const image = only && valueOf(only.image);
	if (image === undefined || containers.length !== 1) {
		return groupCommand('create', group, `--file ${needed('FILE', 'the YAML of the whole group, changed')} ${options}`);
	}

	const policy = valueOf(group.restartPolicy);
	const osType = valueOf(group.osType);
	return groupCommand('create', group, [
		`--image ${shellQuote(image)}`,
		...(osType === undefined ? [] : [`--os-type ${shellQuote(osType)}`]),
		...(policy === undefined ? [] : [`--restart-policy ${shellQuote(policy)}`]),
		options,
	].join(' '));
};

export const recreateEffect = 'Replaces the group: its containers stop, its address changes, and whatever is not said again (variables, volumes, identity) is lost.';
