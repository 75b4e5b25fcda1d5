import type {DiagnosticSetting} from '../model/cluster-records.js';
import {isUnknown, unknown, type Fact} from '../model/known.js';
import type {Outcome} from './check.js';
import {
	fail,
	pass,
	seen,
	unknownFact,
} from './outcome.js';

/**
Where evidence of logs stands: in the diagnostic settings of the resource.
*/
export const logsPath = 'diagnosticSettings[].properties.logs[enabled]';

/**
Categories and groups of logs that some setting keeps. One that leads nowhere keeps nothing.
*/
export const keptLogs = (settings: readonly DiagnosticSetting[]): ReadonlySet<string> =>
	new Set(settings.filter(({destinations}) => destinations.length > 0).flatMap(({categories}) => categories));

const notRead = unknown('not-asked', 'diagnostic settings of this resource have not been read yet');

/**
Judges whether every category that is wanted is kept, by whichever setting, or by a group that holds them all.
*/
export const judgeLogs = (asked: Fact<readonly DiagnosticSetting[]> | undefined, wanted: readonly string[], groups: readonly string[]): Outcome => {
	const settings = asked ?? notRead;
	if (isUnknown(settings)) {
		return unknownFact(settings);
	}

	const kept = keptLogs(settings);
	const group = groups.find(name => kept.has(name));
	const missing = group === undefined ? wanted.filter(category => !kept.has(category)) : [];
	if (missing.length === 0) {
		return pass(seen(logsPath, group ?? wanted));
	}

	const found = settings.length === 0 ? 'no setting' : (kept.size === 0 ? 'nothing' : [...kept].toSorted());
	return fail([seen(logsPath, found)], missing.length === wanted.length ? {} : {detail: `Not kept: ${missing.join(', ')}.`});
};
