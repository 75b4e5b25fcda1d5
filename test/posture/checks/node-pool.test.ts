import test from 'ava';
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
const at = (day: string): JudgeContext => contextOf({now: Date.parse(day)});

const judge = (id: string, file: string, position: number, changes: Changes = {}, context: JudgeContext = contextOf()): Outcome =>
	nodePoolChecks.find(check => check.id === id)!.judge(poolOf(file, position, changes), context);

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
