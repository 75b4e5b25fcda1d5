import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {nodePoolChecks} from '../../../source/posture/checks/node-pool.js';
import {
	clusterOf,
	contextOf,
	poolOf,
	type Changes,
} from '../../support/posture.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';

const linuxKey = 'AKSAzureLinux-V3gen2fipsTL@germanywestcentral';
const newest = (version: string): JudgeContext => contextOf({}, {[linuxKey]: `AKSAzureLinux-V3gen2fipsTL-${version}`});
const notRead = contextOf({}, {[linuxKey]: unknown('denied', 'no right')});
const at = (day: string): JudgeContext => contextOf({now: Date.parse(day)});

type Case = readonly [status: Outcome['status'], file: string, position: number, changes?: Changes, context?: JudgeContext];

const judge = (id: string, file: string, position: number, changes: Changes = {}, context: JudgeContext = contextOf()): Outcome =>
	nodePoolChecks.find(check => check.id === id)!.judge(poolOf(file, position, changes), context);

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
};

for (const {id} of nodePoolChecks) {
	test(id, t => {
		const own = cases[id] ?? [];
		t.true(['pass', 'fail', 'unknown'].every(status => own.some(([wanted]) => wanted === status)), 'a check is shown passing, failing and unknown');
		for (const [status, file, position, changes, context] of own) {
			const outcome = judge(id, file, position, changes, context);
			t.is(outcome.status, status, `${file} ${position} ${JSON.stringify(changes)}: ${JSON.stringify(outcome)}`);
		}
	});
}

test('evidence makes a failure milder or worse, and says why', t => {
	t.like(judge('nodepool-image-outdated', hardened, 0, {}, newest('202608.20.0')), {severity: 'medium', detail: '15 days behind AKSAzureLinux-V3gen2fipsTL-202608.20.0.'});
	t.like(judge('nodepool-image-outdated', hardened, 0, {}, newest('202609.05.0')), {severity: 'high'});
	t.like(judge('nodepool-public-ip', weak, 0, {'networkProfile.allowedHostPorts': [{portStart: 80, portEnd: 80, protocol: 'TCP'}]}), {severity: 'critical'});
	t.like(judge('nodepool-public-ip', weak, 0, {count: 0, 'networkProfile.allowedHostPorts': [{portStart: 80, portEnd: 80, protocol: 'TCP'}]}), {severity: 'medium'});
	t.like(judge('nodepool-version-skew', weak, 1, {currentOrchestratorVersion: '1.26.0'}), {severity: 'high'});
	t.like(judge('nodepool-os-retired', weak, 0, {}, at('2027-05-01')), {severity: 'medium', detail: 'Ubuntu 22.04 is retired on 2027-06-30.'});
	const [outcome] = [nodePoolChecks.find(({id}) => id === 'nodepool-windows-not-patched')!.judge({...poolOf(hardened, 2), nodeOsUpgradeChannel: clusterOf(hardened).nodeOsUpgradeChannel}, at('2026-10-10'))];
	t.like(outcome, {detail: 'Built on 2026-08-12, before the fixes of 2026-09-08. The channel SecurityPatch does not patch Windows nodes.'});
});
