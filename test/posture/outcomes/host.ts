import type {Outcome} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import type {Host} from '../../../source/model/host.js';
import {hostOf} from '../../support/around.js';
import {contextOf, type Changes} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, changes?: Changes];

const server2025 = 'arc-machine-03';
const server2022 = 'arc-machine-04';
const windows11 = 'arc-machine-09';
const linux = 'arc-machine-08';
const empty = 'arc-machine-10';

const tagged = (isolation: string, more: Readonly<Record<string, string>> = {}): Changes => ({tags: {'windows-containers': isolation, ...more}});

const detected = (member: string): string => `properties.detectedProperties.${member}`;

const patched = (more: Readonly<Record<string, unknown>> = {}): Changes => ({
	patches: {
		rebootPending: false, lastModifiedDateTime: '2026-08-20T04:00:00Z', availablePatchCountByClassification: {critical: 0, security: 0}, ...more,
	},
});

const ofTag = (isolation: string, tag: string, good: string, bad: string): readonly Case[] => [
	['pass', server2025, tagged(isolation, {[tag]: good})],
	['pass', server2025, tagged('both', {[tag.toUpperCase()]: good.toUpperCase()})],
	['fail', server2025, tagged(isolation, {[tag]: bad})],
	['unknown', server2025, tagged(isolation)],
	['unknown', server2025, tagged(isolation, {[tag]: 'perhaps'})],
	['not-applicable', server2025, {tags: {[tag]: bad}}],
	['not-applicable', server2025, tagged('no', {[tag]: bad})],
];

const physical: Changes = {[detected('model')]: 'PowerEdge R660', [detected('manufacturer')]: 'Dell Inc.'};

const cases: Readonly<Record<string, readonly Case[]>> = {
	'host-windows-os-unsupported': [
		['pass', server2025],
		['pass', server2022],
		['pass', windows11],
		// Support of Windows Server 2016 ends in January 2027, within half a year of the context's day.
		['fail', 'arc-machine-06'],
		['fail', 'arc-machine-05'],
		['fail', windows11, {'properties.osSku': 'Windows 10 Pro', 'properties.osVersion': '10.0.19045.5011'}],
		['unknown', empty],
		['unknown', server2025, {'properties.osSku': undefined}],
		['unknown', server2025, {'properties.osVersion': 'ten'}],
		['unknown', windows11, {'properties.osVersion': '10.0.29999.1'}],
		['not-applicable', linux],
	],
	'host-arc-disconnected': [
		['pass', server2025, {'properties.agentVersion': '1.58.03224.2567'}],
		['pass', server2025, {'properties.status': 'Disconnected', 'properties.lastStatusChange': '2026-08-23T12:00:00Z'}],
		['fail', server2025],
		['fail', server2022],
		['fail', 'arc-machine-02'],
		['fail', server2022, {'properties.lastStatusChange': undefined}],
		['unknown', empty],
		['unknown', server2025, {'properties.status': 'Dreaming'}],
		['unknown', server2025, {'properties.status': 7}],
		['unknown', server2025, {'properties.agentVersion': undefined}],
		['unknown', server2025, {'properties.agentVersion': '2.0'}],
	],
	'host-updates-pending': [
		['pass', server2025, patched()],
		['fail', server2025, patched({availablePatchCountByClassification: {critical: 0, security: 3}})],
		['fail', server2025, patched({rebootPending: true})],
		['fail', server2025, patched({lastModifiedDateTime: '2026-06-01T00:00:00Z'})],
		['unknown', server2025],
		['unknown', server2025, patched({availablePatchCountByClassification: undefined})],
		['unknown', server2025, patched({availablePatchCountByClassification: 'none'})],
		['unknown', server2025, {patches: 'none'}],
		['not-applicable', linux],
	],
	'host-nested-minimums': [
		['pass', server2025, tagged('hyper-v')],
		['pass', server2025, {...tagged('hyper-v'), [detected('totalPhysicalMemoryInBytes')]: undefined, [detected('totalPhysicalMemoryInGigabytes')]: '4'}],
		['fail', server2025, {...tagged('hyper-v'), [detected('totalPhysicalMemoryInBytes')]: '2147483648'}],
		['fail', server2025, {...tagged('hyper-v'), [detected('logicalCoreCount')]: '1'}],
		['unknown', server2025, {...tagged('hyper-v'), [detected('logicalCoreCount')]: undefined}],
		['unknown', server2025, {...tagged('hyper-v'), [detected('logicalCoreCount')]: 'many'}],
		['unknown', server2025, {...tagged('hyper-v'), [detected('model')]: undefined, [detected('logicalCoreCount')]: '1'}],
		['not-applicable', server2025],
		['not-applicable', server2025, {...tagged('hyper-v'), ...physical, [detected('logicalCoreCount')]: '1'}],
	],
	'host-hyperv-role-missing': ofTag('hyper-v', 'hyper-v', 'installed', 'missing'),
	'host-nested-virtualization-off': [
		...ofTag('hyper-v', 'nested-virtualization', 'on', 'off'),
		['not-applicable', server2025, {...tagged('hyper-v'), ...physical}],
	],
	'host-windows-not-on-c': ofTag('process', 'system-drive', 'c:', 'D:'),
};

const impossible: Impossible = {
	'host-arc-disconnected': {'not-applicable': 'Every machine of Azure Arc has an agent.'},
};

const judge = (id: string, [, document, changes]: Case): Outcome => {
	const check = checkById.get(id)!;
	const host: Host = hostOf(document, changes);
	return check.judge(host, contextOf());
};

export const table: OutcomeTable = {rows: rowsOf(cases, judge), impossible};
