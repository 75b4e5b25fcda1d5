import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {DiagnosticSetting} from '../../../source/model/cluster-records.js';
import {isUnknown} from '../../../source/model/known.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';

/**
One row for each diagnostic setting: which logs go where.
*/
export const logRows = (settings: readonly DiagnosticSetting[]): readonly SheetRow[] => settings.map(({name, categories, destinations}): SheetRow => ({
	label: name,
	value: [
		{text: categories.length === 0 ? 'nothing' : categories.join(', ')},
		{text: ' to ', tone: 'dim'},
		destinations.length === 0 ? {text: 'nowhere', tone: 'medium'} : {text: destinations.join(', '), tone: 'accent'},
	],
}));

/**
Where the logs of a registry, vault or subscription go.
*/
export const logSection = ({key}: {readonly key: string}, {diagnosticSettings, sources}: Snapshot): Section => {
	const settings = diagnosticSettings.get(key);
	const title = 'Logs';
	if (settings === undefined) {
		const {error} = sources.diagnosticSettings;
		return {title, rows: [{value: error ? [{text: 'unknown', tone: 'unknown'}, {text: `: ${error.reason}`}] : words('not read yet', 'dim')}]};
	}

	return isUnknown(settings)
		? {title, rows: [{value: unknownLine(settings)}]}
		: {title, rows: settings.length === 0 ? [{value: words('go nowhere: no diagnostic setting', 'medium')}] : logRows(settings)};
};
