import type {Cluster} from '../../../source/model/cluster.js';
import {
	plainSwitch,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';

/**
How else the API server is reached than by its public address, and under which names it is found.
*/
export const serverRows = (cluster: Cluster): readonly SheetRow[] => [
	switchRow('VNet integration', cluster.vnetIntegration, plainSwitch),
	switchRow('Run command', cluster.runCommandDisabled, {on: words('disabled', 'good'), off: words('allowed: runs as cluster administrator', 'medium')}),
	textRow('Public name', cluster.fqdn, words('none', 'dim')),
	textRow('Private name', cluster.privateFqdn, words('none', 'dim')),
];
