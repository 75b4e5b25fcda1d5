import type {DiagnosticSetting} from '../../model/cluster-records.js';
import type {Fact} from '../../model/known.js';
import {readDiagnosticSetting} from '../read/diagnostic-setting.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {collectWholeList} from './whole-list.js';

/**
The diagnostic settings of a cluster, registry, vault or subscription, by its id; see `collectWholeList`.
*/
export const collectDiagnosticSettings = async (session: Session, reading: Reading, id: string): Promise<Fact<readonly DiagnosticSetting[]>> => collectWholeList('diagnostic settings', async () => {
	const client = await session.monitor(resourceParts(id).subscriptionId);
	// The client puts a slash before the id.
	return readList(reading, options => client.diagnosticSettings.list(id.slice(1), options));
}, readDiagnosticSetting);
