import {freshChanges} from '../../source/fleet/history/fresh-changes.js';
import type {Resource} from '../../source/model/resource.js';
import type {Column} from '../columns/column.js';
import {changeWords} from './change-words.js';

/**
Marks what is new (`+`) or reopened (`↺`) since the last session, or the start. For rows whose key is `RESOURCE#CHECK`.
*/
export const newsColumn: Column<Resource> = {
	id: 'news',
	aliases: ['fresh'],
	title: 'N',
	minWidth: 1,
	width: 1,
	priority: 2,
	cell(row, {snapshot}) {
		const change = freshChanges(snapshot.changes).get(row.key)?.change;
		return change === undefined ? {text: ''} : {text: changeWords[change].glyph, tone: changeWords[change].tone};
	},
	filterBy: (row, {snapshot}) => freshChanges(snapshot.changes).get(row.key)?.change ?? '',
};
