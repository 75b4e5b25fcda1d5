import {isUnknown} from '../../source/model/known.js';
import type {Resource} from '../../source/model/resource.js';
import {documentLines} from '../parts/document/document-lines.js';
import {wrapLine} from '../parts/document/wrap-line.js';
import {unknownLine} from '../parts/sheet/fact-row.js';
import type {Tab} from './tab.js';

/**
The raw document as Azure or the cluster sends it, with secrets masked: YAML or JSON.
*/
export const documentTab = <R extends Resource>(from = 'Azure'): Tab<R> => ({
	id: 'document',
	title: 'Document',
	type: 'lines',
	lines({detail, width, documentFormat = 'yaml'}) {
		if (detail.document === undefined) {
			return [[{text: `Being read from ${from}. The other tabs show what is known already.`, tone: 'dim'}]];
		}

		return isUnknown(detail.document) ? wrapLine(unknownLine(detail.document), width) : documentLines(detail.document, documentFormat);
	},
});
