import type {GroupContainer} from '../../../model/container-group.js';

/**
A container with where it stands in its group's document.
*/
export type PlacedContainer = {readonly container: GroupContainer; readonly path: string};

/**
Containers with the paths of their members: those that run first stand in a list of their own.
*/
export const placed = (containers: readonly GroupContainer[]): readonly PlacedContainer[] => {
	const next = {initContainers: 0, containers: 0};
	return containers.map(container => {
		const list = container.isInit ? 'initContainers' : 'containers';
		const path = `properties.${list}[${next[list]}].properties`;
		next[list]++;
		return {container, path};
	});
};
