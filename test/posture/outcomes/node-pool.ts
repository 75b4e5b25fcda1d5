import {unknown} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {InsideFacts, JudgeContext, Outcome} from '../../../source/posture/check.js';
import {nodePoolChecks} from '../../../source/posture/checks/node-pool.js';
import {noStandards} from '../../../source/model/standards.js';
import {clusterOf, contextOf, type Changes} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';
const channel = 'properties.autoUpgradeProfile.nodeOSUpgradeChannel';

const linuxKey = 'AKSAzureLinux-V3gen2fipsTL@germanywestcentral';
const newest = (version: string): JudgeContext => contextOf({}, {[linuxKey]: `AKSAzureLinux-V3gen2fipsTL-${version}`});
const notRead = contextOf({}, {[linuxKey]: unknown('denied', 'no right to read it')});
const at = (day: string): JudgeContext => contextOf({now: Date.parse(day)});
const fips = contextOf({standards: {...noStandards, requireFips: true}});

const lookedInto = (kured: InsideFacts['kured']): JudgeContext => contextOf({
	insides: new Map([[clusterOf(weak).key, {
		reach: {way: 'entra', server: 'api', attempts: []}, kured, agents: [], storageClasses: [], clusterAdmins: [],
	}]]),
});

type Case = readonly [status: Outcome['status'], file: string, position: number, changes?: Changes, context?: JudgeContext | undefined, inCluster?: Changes];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'nodepool-image-outdated': [
		['pass', hardened, 0, {}, newest('202608.05.0')],
		['pass', hardened, 0, {}, newest('202608.19.0')],
		['fail', hardened, 0, {}, newest('202608.20.0')],
		['fail', hardened, 0, {nodeImageVersion: 'AKSAzureLinux-V3gen2fipsTL-202607.01.0'}, newest('202608.05.0')],
		['fail', hardened, 0, {}, at('2026-09-30')],
		['pass', hardened, 0, {}, at('2026-08-12')],
		['fail', weak, 1, {}, contextOf({}, {'AKSWindows-2019-containerd@westeurope': 'AKSWindows-2019-containerd-17763.7009.250214'})],
		['unknown', hardened, 0, {nodeImageVersion: undefined}],
		['unknown', hardened, 0, {nodeImageVersion: 7}],
		['unknown', hardened, 0, {nodeImageVersion: 'custom'}, notRead],
		['unknown', hardened, 0, {nodeImageVersion: 'custom'}, contextOf({}, {'custom@germanywestcentral': 'AKSAzureLinux-V3gen2fipsTL-202608.05.0'})],
		['not-applicable', hardened, 0, {count: 0}],
		['not-applicable', hardened, 0, {powerState: {code: 'Stopped'}}],
		['not-applicable', hardened, 0, {type: 'AvailabilitySet'}],
		['not-applicable', hardened, 0, {mode: 'ManagedSystem'}],
	],
	'nodepool-windows-not-patched': [
		['pass', hardened, 2, {}, at('2026-08-30')],
		['pass', hardened, 2, {}, at('2026-09-21')],
		['fail', hardened, 2, {}, at('2026-09-22')],
		['fail', weak, 1],
		['unknown', hardened, 2, {nodeImageVersion: 'AKSWindows-2025-latest'}],
		['unknown', hardened, 2, {nodeImageVersion: 'AKSWindows-2025-gen2-26100.32995.261399'}],
		['unknown', hardened, 2, {osType: 7}],
		['unknown', hardened, 2, {osType: undefined}],
		['not-applicable', hardened, 0],
		['not-applicable', hardened, 2, {count: 0}],
	],
	'nodepool-os-retired': [
		['pass', hardened, 0],
		['pass', hardened, 2],
		['pass', weak, 0],
		['fail', weak, 1],
		['fail', weak, 0, {}, at('2027-07-01')],
		['fail', weak, 0, {nodeImageVersion: 'AKSUbuntu-1804gen2containerd-2022.10.24'}],
		['fail', weak, 0, {nodeImageVersion: 'AKSUbuntu:1604:2020.03.11'}],
		['fail', weak, 0, {osSKU: 'cblmariner', nodeImageVersion: undefined}],
		['fail', weak, 0, {osSKU: 'AzureLinux', nodeImageVersion: 'AKSAzureLinux-V2gen2-202511.01.0'}],
		['fail', hardened, 2, {osSKU: 'WindowsAnnual', nodeImageVersion: 'AKSWindows-2022-containerd-gen2-20348.2402.240410'}],
		['fail', hardened, 2, {osSKU: 'Windows2022', currentOrchestratorVersion: '1.37.0'}],
		['unknown', weak, 0, {osSKU: 'Plan9', nodeImageVersion: 'AKSPlan9-1-202608.05.0'}],
		['unknown', weak, 0, {osSKU: 'Ubuntu', nodeImageVersion: undefined}],
		['unknown', weak, 0, {osSKU: 7}],
		['not-applicable', weak, 0, {mode: 'managedsystem'}],
	],
	'nodepool-version-skew': [
		['pass', hardened, 0],
		['fail', weak, 1],
		['unknown', weak, 1, {currentOrchestratorVersion: 7}],
		['unknown', weak, 1, {currentOrchestratorVersion: undefined, orchestratorVersion: undefined}],
		['unknown', weak, 1, {currentOrchestratorVersion: 'newest'}],
	],
	'nodepool-public-ip': [
		['pass', hardened, 0],
		['pass', weak, 0, {enableNodePublicIP: undefined}],
		['fail', weak, 0],
		['unknown', weak, 0, {enableNodePublicIP: 'false'}],
	],
	'nodepool-ssh-local-user': [
		['pass', hardened, 0],
		['pass', hardened, 1],
		['fail', weak, 0],
		['fail', weak, 0, {securityProfile: undefined}],
		['unknown', weak, 0, {securityProfile: 'x'}],
		['unknown', weak, 0, {'securityProfile.sshAccess': 'Sometimes'}],
		['not-applicable', weak, 1],
	],
	'nodepool-encryption-at-host-off': [
		['pass', hardened, 0],
		['fail', weak, 0],
		['fail', weak, 0, {enableEncryptionAtHost: undefined}],
		['unknown', weak, 0, {enableEncryptionAtHost: 'true'}],
		['not-applicable', weak, 0, {mode: 'ManagedSystem'}],
	],
	'nodepool-unmanaged-without-kured': [
		['pass', hardened, 0, {}],
		['pass', 'recorded-cluster-automatic', 0],
		['unknown', 'recorded-cluster-auto-upgrade-channels', 0, {}, undefined, {[channel]: 'unmanaged'}],
		['unknown', weak, 0, {}, undefined, {[channel]: 'Unmanaged'}],
		['pass', weak, 0, {}, lookedInto({
			namespace: 'kube-system', desired: 3, ready: 3, annotatesNodes: true, locks: [],
		}), {[channel]: 'Unmanaged'}],
		['fail', weak, 0, {}, lookedInto(undefined), {[channel]: 'Unmanaged'}],
		['fail', weak, 0, {}, lookedInto({
			namespace: 'kured', desired: 3, ready: 0, annotatesNodes: false, locks: [],
		}), {[channel]: 'Unmanaged'}],
		['unknown', weak, 0, {}, lookedInto(unknown('denied', 'no right to list DaemonSets')), {[channel]: 'Unmanaged'}],
		['unknown', weak, 0, {}, contextOf({insides: new Map([[clusterOf(weak).key, unknown('unreachable', 'no line to it')]])}), {[channel]: 'Unmanaged'}],
		['unknown', weak, 0, {osType: 7}, undefined, {[channel]: 'Unmanaged'}],
		['unknown', weak, 0, {}, undefined, {[channel]: 'Nightly'}],
		['unknown', weak, 0, {}, undefined, {[channel]: 7}],
		['not-applicable', weak, 0, {}, undefined, {[channel]: undefined}],
		['not-applicable', weak, 0, {}, undefined, {[channel]: 'None'}],
		['not-applicable', weak, 1, {}, undefined, {[channel]: 'Unmanaged'}],
		['not-applicable', weak, 0, {mode: 'ManagedSystem'}],
	],
	'node-runtime-not-containerd': [
		['pass', hardened, 0],
		['pass', weak, 1],
		['pass', hardened, 2, {nodeImageVersion: undefined}],
		['pass', weak, 0, {currentOrchestratorVersion: 7}],
		['pass', weak, 1, {currentOrchestratorVersion: '1.20.9'}],
		['fail', weak, 0, {currentOrchestratorVersion: '1.18.19', nodeImageVersion: 'AKSUbuntu:1604:2020.03.11'}],
		['fail', weak, 1, {currentOrchestratorVersion: '1.22.4', nodeImageVersion: 'AKSWindows-2019-17763.1879.210414'}],
		['unknown', hardened, 0, {currentOrchestratorVersion: 7}],
		['unknown', hardened, 0, {currentOrchestratorVersion: undefined, orchestratorVersion: undefined}],
		['unknown', hardened, 0, {currentOrchestratorVersion: 'latest'}],
		['unknown', hardened, 0, {osType: 'Solaris'}],
		['unknown', hardened, 0, {osType: null}],
	],
	'nodepool-fips-off': [
		['pass', hardened, 0],
		['pass', hardened, 0, {}, fips],
		['fail', weak, 0, {}, fips],
		['fail', weak, 0, {enableFIPS: undefined}, fips],
		['unknown', weak, 0, {enableFIPS: 'true'}, fips],
		['not-applicable', weak, 0],
		['not-applicable', weak, 0, {mode: 'ManagedSystem'}, fips],
	],
};

const every = 'every pool has it';

const impossible: Impossible = {
	'nodepool-version-skew': {'not-applicable': every},
	'nodepool-public-ip': {'not-applicable': every},
	'node-runtime-not-containerd': {'not-applicable': every},
};

const poolAt = (file: string, position: number, changes: Changes = {}, inCluster: Changes = {}): NodePool => {
	const inPool = Object.fromEntries(Object.entries(changes).map(([path, value]) => [`properties.agentPoolProfiles.${position}.${path}`, value]));
	return (clusterOf(file, {...inCluster, ...inPool}).nodePools as readonly NodePool[])[position]!;
};

export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, file, position, changes, context = contextOf(), inCluster]) =>
		nodePoolChecks.find(check => check.id === id)!.judge(poolAt(file, position, changes, inCluster), context)),
	impossible,
};
