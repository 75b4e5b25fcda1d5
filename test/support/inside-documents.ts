import {readFileSync} from 'node:fs';
import type {Json} from './azure-documents.js';
import {hardenedCluster} from './models.js';

/**
The objects of a file under `test/documents/kubernetes`: those of its list, or itself.
*/
export const objectsIn = (file: string): readonly Json[] => {
	const content = JSON.parse(readFileSync(new URL(`../documents/kubernetes/${file}.json`, import.meta.url), 'utf8')) as Json;
	return Array.isArray(content.items) ? content.items as readonly Json[] : [content];
};

/**
One object of a file, by its name.
*/
export const objectIn = (file: string, name?: string): Json =>
	objectsIn(file).find(({metadata}) => name === undefined || (metadata as Json).name === name)!;

/**
The cluster that they stand in.
*/
export const owner = hardenedCluster;
