import type {DiagnosticSetting} from '../../model/cluster-records.js';
import {isMissingForNow, type Fact} from '../../model/known.js';
import {readDiagnosticSetting} from '../read/diagnostic-setting.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {createRecentAnswers} from './recent-answers.js';
import {collectWholeList} from './whole-list.js';

/**
The diagnostic settings of a cluster, registry, vault or subscription, by its id; see `collectWholeList`.
*/
export const collectDiagnosticSettings = async (session: Session, reading: Reading, id: string): Promise<Fact<readonly DiagnosticSetting[]>> => collectWholeList('diagnostic settings', async () => {
	const client = await session.monitor(resourceParts(id).subscriptionId);
	// The client puts a slash before the id.
	return readList(reading, options => client.diagnosticSettings.list(id.slice(1), options));
}, readDiagnosticSetting);

/**
Hundreds of registries are asked one by one for what no person waits for: the list calls of others go before.
*/
const mostAtOnce = 3;

/**
Milliseconds: at the start registries are known before vaults, and are not to be asked once more with them.
*/
const goodFor = 60_000;

/**
Makes what reads the diagnostic settings of many, one request for each.

@returns By the id in small letters.
*/
export const createDiagnosticSettings = () => {
	const askEach = createRecentAnswers<string, Fact<readonly DiagnosticSetting[]>>(id => id.toLowerCase(), {goodFor, mostAtOnce, isHole: isMissingForNow});
	return async (session: Session, reading: Reading, ids: readonly string[]) => askEach(ids, async id => collectDiagnosticSettings(session, reading, id));
};
