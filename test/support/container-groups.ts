import {readContainerGroup} from '../../source/azure/read/container-group.js';
import {readGroupState} from '../../source/azure/read/group-state.js';
import type {ContainerGroup} from '../../source/model/container-group.js';
import type {GroupState} from '../../source/model/group-state.js';
import {documentOf} from './models.js';

export const groupFrom = (document: unknown): ContainerGroup => {
	const group = readContainerGroup(document);
	if (group === undefined) {
		throw new TypeError('The document was not read');
	}

	return group;
};

/**
A container group from a document of `test/documents/aci`.
*/
export const groupOf = (file: string): ContainerGroup => groupFrom(documentOf(`aci/${file}`));

/**
How it is in a document of `test/documents/aci`.
*/
export const groupStateOf = (file: string): GroupState => readGroupState(documentOf(`aci/${file}`), groupOf(file).key);

/**
The composed list: six groups of every kind.
*/
export const groupList = (): readonly unknown[] => (documentOf('aci/container-group-list-composed') as {readonly value: readonly unknown[]}).value;
