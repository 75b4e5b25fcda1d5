import type {Line} from '../../theme.js';
import {jsonLines} from './json-lines.js';
import {yamlLines} from './yaml-lines.js';

export type DocumentFormat = 'yaml' | 'json';

const writers: Readonly<Record<DocumentFormat, (document: unknown) => readonly Line[]>> = {yaml: yamlLines, json: jsonLines};

const made: Readonly<Record<DocumentFormat, WeakMap<WeakKey, readonly Line[]>>> = {yaml: new WeakMap(), json: new WeakMap()};

/**
The lines of a document. The same document gives the same array, so that scrolling makes nothing anew.
*/
export const documentLines = (document: unknown, format: DocumentFormat): readonly Line[] => {
	if (typeof document !== 'object' || document === null) {
		return writers[format](document);
	}

	const known = made[format].get(document);
	if (known) {
		return known;
	}

	const lines = writers[format](document);
	made[format].set(document, lines);
	return lines;
};
