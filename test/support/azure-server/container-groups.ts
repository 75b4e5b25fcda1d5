import {
	notFound,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';
import type {Document, ServerFleet} from './fleet.js';

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

/**
The last lines of what a container wrote, as many as are asked for.
*/
export const answerLogs = ({containerLogs}: ServerFleet, {url}: Incoming, path: string): Answer => {
	const content = containerLogs?.[path.toLowerCase()];
	if (content === undefined) {
		return notFound(path);
	}

	const lines = content.split('\n');
	const tail = Number(url.searchParams.get('tail') ?? 1000) + (lines.at(-1) === '' ? 1 : 0);
	return ok({content: lines.slice(-tail).join('\n')});
};
