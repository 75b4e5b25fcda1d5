import type {DiagnosticSetting} from '../../model/cluster-records.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {Branch} from '../read/branch.js';
import {readDiagnosticSetting} from '../read/diagnostic-setting.js';
import {readList, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {unknownOf} from './unknown-of.js';

/**
The diagnostic settings of a cluster, registry, vault or subscription, by its id. A refusal is an unknown fact; only what says that
nobody is signed in, and an aborted signal, reject.
*/
export const collectDiagnosticSettings = async (session: Session, reading: Reading, id: string): Promise<Fact<readonly DiagnosticSetting[]>> => {
	const settings: DiagnosticSetting[] = [];
	try {
		const client = await session.monitor(resourceParts(id).subscriptionId);
		// The client puts a slash before the id.
		for await (const page of readList(reading, options => client.diagnosticSettings.list(id.slice(1), options))) {
			for (const document of page ?? [undefined]) {
				const setting = document === undefined ? unknown('malformed', 'The answer holds no list of diagnostic settings.') : readDiagnosticSetting(Branch.of(document));
				if (isUnknown(setting)) {
					return setting;
				}

				settings.push(setting);
			}
		}
	} catch (error) {
		return unknownOf(error);
	}

	return settings;
};
