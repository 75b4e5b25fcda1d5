import type {Document} from './fleet.js';

type Members = Readonly<Record<string, unknown>>;

const without = ({instanceView: _leftOut, ...rest}: Members): Members => rest;

const strip = (containers: unknown): unknown => (Array.isArray(containers)
	? (containers as ReadonlyArray<{readonly properties?: Members}>).map(container => (container?.properties === undefined ? container : {...container, properties: without(container.properties)}))
	: containers);

/**
A container group as lists have it: without how it is just now (recorded answers).
*/
export const withoutView = (group: Document): Document => {
	const {properties} = group as {readonly properties?: Members};
	if (typeof properties !== 'object' || properties === null) {
		return group;
	}

	return {
		...group, properties: {
			...without(properties),
			...('containers' in properties && {containers: strip(properties.containers)}),
			...('initContainers' in properties && {initContainers: strip(properties.initContainers)}),
		},
	};
};
