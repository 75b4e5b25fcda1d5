import test from 'ava';
import fc from 'fast-check';
import type {NodePool} from '../../../source/model/node-pool.js';
import {unknown} from '../../../source/model/known.js';
import type {Resource} from '../../../source/model/resource.js';
import {overview as clusterOverview} from '../../../views/drill/cluster/overview.js';
import {patching as clusterPatching} from '../../../views/drill/cluster/patching.js';
import {pools} from '../../../views/drill/cluster/pools.js';
import {documentTab} from '../../../views/drill/document-tab.js';
import {overview as findingOverview} from '../../../views/drill/finding/overview.js';
import {findingsTab} from '../../../views/drill/findings-tab.js';
import {overview as poolOverview} from '../../../views/drill/node-pool/overview.js';
import {patching as poolPatching} from '../../../views/drill/node-pool/patching.js';
import {network} from '../../../views/drill/registry/network.js';
import {overview as registryOverview} from '../../../views/drill/registry/overview.js';
import type {Tab, TabContext} from '../../../views/drill/tab.js';
import {brokenLine, plainTexts} from '../../support/cells.js';
import {
	automaticCluster,
	basicRegistry,
	clusterFrom,
	documentOf,
	findings,
	hardenedCluster,
	hardenedRegistry,
	noDetail,
	now,
	ownKeyRegistry,
	registryFrom,
	ruledRegistry,
	snapshotOf,
	weakCluster,
	withMember,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const contextOf = <R extends Resource>(resource: R, members: Partial<TabContext<R>> = {}): TabContext<R> => ({
	resource, snapshot: snapshotOf(), detail: noDetail, theme: colours, width: 100, now, portal: 'https://portal.azure.com', ...members,
});

const linesOf = <R extends Resource>(tab: Tab<R>, resource: R, members: Partial<TabContext<R>> = {}) => {
	if (tab.type !== 'lines') {
		throw new TypeError('This tab draws no lines');
	}

	return tab.lines(contextOf(resource, members));
};

const textOf = <R extends Resource>(tab: Tab<R>, resource: R, members: Partial<TabContext<R>> = {}): string =>
	plainTexts(linesOf(tab, resource, members)).join('\n');

const {nodePools} = snapshotOf();
// Each tab with each resource of its kind; the resources' types differ, the tabs' with them.
const drawn: ReadonlyArray<readonly [name: string, draw: (width: number) => ReturnType<typeof linesOf>]> = [
	...[weakCluster, hardenedCluster, automaticCluster].flatMap(cluster => [clusterOverview, clusterPatching].map(tab =>
		[`${cluster.name} ${tab.id}`, (width: number) => linesOf(tab, cluster, {width})] as const)),
	...nodePools.flatMap(pool => [poolOverview, poolPatching].map(tab =>
		[`${pool.name} ${tab.id}`, (width: number) => linesOf(tab, pool, {width})] as const)),
	...[hardenedRegistry, ownKeyRegistry, basicRegistry, ruledRegistry].flatMap(registry => [registryOverview, network].map(tab =>
		[`${registry.name} ${tab.id}`, (width: number) => linesOf(tab, registry, {width})] as const)),
	...findings.map(finding => [`finding ${finding.assessmentKey}`, (width: number) => linesOf(findingOverview, finding, {width})] as const),
];

for (const width of [60, 80, 120, 200]) {
	test(`every sheet fits into ${width} columns`, t => {
		for (const [name, draw] of drawn) {
			const lines = draw(width);
			t.true(lines.length > 1, name);
			t.is(brokenLine(lines, width), undefined, name);
		}
	});
}

test('a weak cluster reads as an operator would say it', t => {
	const text = textOf(clusterOverview, weakCluster);
	t.regex(text, /Kubernetes +1\.29\.9 out of support: the oldest in westeurope is 1\.31/v);
	t.regex(text, /Exposure +public: the whole internet can reach it/v);
	t.regex(text, /Entra ID +not integrated/v);
	t.regex(text, /Local accounts +allowed/v);
	t.regex(text, /Kubernetes RBAC +off: everybody/v);
	t.regex(text, /Run command +allowed/v);
	t.regex(text, /Subscription +Platform \(0{8}-/v);
});

test('a hardened cluster reads so', t => {
	const text = textOf(clusterOverview, hardenedCluster);
	t.regex(text, /Exposure +(?:private|not public)/v);
	t.regex(text, /Local accounts +disabled/v);
	t.regex(text, /Azure RBAC +decides/v);
	t.regex(text, /Sensor +on/v);
});

test('two columns in a wide room hold what one column holds', t => {
	const words = (width: number) => new Set(textOf(clusterOverview, hardenedCluster, {width}).split(/\s+/v).filter(word => word.length > 3 && word.length < 20));
	t.deepEqual([...words(200)].toSorted(), [...words(120)].toSorted());
	t.true(linesOf(clusterOverview, hardenedCluster, {width: 200}).length < linesOf(clusterOverview, hardenedCluster, {width: 120}).length * 0.7);
});

test('every fact of a document whose members are wrong is unknown with its reason', t => {
	const document = withMember(documentOf('aks/managed-cluster-weak-composed'), 'properties', 'gone');
	const text = textOf(clusterOverview, clusterFrom(document), {width: 120});
	const labels = ['Power', 'Provisioning', 'Exposure', 'Private cluster', 'Run command', 'Entra ID', 'Local accounts', 'Kubernetes RBAC', 'Plugin', 'Azure Policy', 'Sensor'];
	for (const label of labels) {
		t.regex(text, new RegExp(String.raw`${label} +unknown: \S+`, 'v'), label);
	}
});

test('any wrong member shows its reason and never a value', t => {
	const paths = ['properties.apiServerAccessProfile', 'properties.aadProfile', 'properties.networkProfile', 'properties.addonProfiles', 'properties.disableLocalAccounts', 'properties.autoUpgradeProfile', 'properties.agentPoolProfiles', 'sku', 'identity'];
	const isHonest = fc.property(fc.constantFrom(...paths), fc.constantFrom('text', 7, [1]), fc.constantFrom(60, 200), (path, value, width) => {
		const cluster = clusterFrom(withMember(documentOf('aks/managed-cluster-hardened-composed'), path, value));
		const lines = [...linesOf(clusterOverview, cluster, {width}), ...linesOf(clusterPatching, cluster, {width})];
		const reasons = Object.values(cluster).filter(fact => typeof fact === 'object' && fact !== null && 'unknown' in fact);
		const text = plainTexts(lines).join('\n');
		return brokenLine(lines, width) === undefined && (reasons.length === 0 || text.includes('unknown: '));
	});
	t.notThrows(() => {
		fc.assert(isHonest);
	});
});

test('hostile names stay in line', t => {
	const hostile = fc.oneof(fc.string({unit: 'binary', maxLength: 40}), fc.constantFrom('\u{1B}[2J\u{202E}', '漢字'.repeat(200), 'a'.repeat(10_000), '👩‍👩‍👧'.repeat(50), 'e\u{301}\u{301}'.repeat(40)));
	const isFitting = fc.property(hostile, hostile, fc.constantFrom(60, 80, 200), (name, tag, width) => {
		const document = withMember(withMember(documentOf('acr/recorded-registry-basic'), 'tags', {[tag]: name}), 'properties.loginServer', name);
		return brokenLine(linesOf(registryOverview, registryFrom(document), {width}), width) === undefined;
	});
	t.notThrows(() => {
		fc.assert(isFitting, {numRuns: 40});
	});
});

test('support that could not be read is unknown with its reason, and so is the newest image', t => {
	const snapshot = snapshotOf({supportedVersions: new Map([['westeurope', unknown('denied', 'Reader is missing on subscription Platform.')]])});
	t.regex(textOf(clusterOverview, weakCluster, {snapshot}), /1\.29\.9 support unknown: Reader is missing on subscription Platform\./v);
	const [pool] = nodePools;
	const latestNodeImages = new Map([['aksubuntu-2204containerd@westeurope', unknown('throttled', 'Azure asked to wait until 12:05.')]]);
	t.regex(textOf(poolPatching, pool!, {snapshot: snapshotOf({latestNodeImages})}), /Newest image +unknown: Azure asked to wait until 12:05\./v);
});

test('an image is told against the newest in its region, with ages; the newest of a dead family is not current', t => {
	const [pool] = nodePools;
	const with_ = (version: string, built: string) => snapshotOf({
		latestNodeImages: new Map([['aksubuntu-2204containerd@westeurope', {version, family: 'AKSUbuntu-2204containerd', built}]]),
	});
	const behind = textOf(poolPatching, pool!, {snapshot: with_('AKSUbuntu-2204containerd-202611.17.0', '2026-11-17')});
	t.regex(behind, /Node image +AKSUbuntu-2204containerd-202503\.13\.0 \(621 d old\)/v);
	t.regex(behind, /Newest image +AKSUbuntu-2204containerd-202611\.17\.0 \(7 d old\), the pool is 614 d behind/v);
	const dead = textOf(poolPatching, pool!, {snapshot: with_('AKSUbuntu-2204containerd-202503.13.0', '2025-03-13')});
	t.regex(dead, /got no image for 621 d/v);
	t.notRegex(dead, /newest in its region/v);
	t.regex(textOf(poolPatching, {...pool!, nodeImageVersion: undefined}), /Node image +not reported/v);
});

test('channels say what they do, and what they do not do on Windows', t => {
	const windows = nodePools.find(({osType}) => osType === 'Windows')!;
	t.regex(textOf(poolPatching, {...windows, nodeOsUpgradeChannel: 'SecurityPatch'}), /SecurityPatch: does nothing on Windows/v);
	t.regex(textOf(poolPatching, {...nodePools[0]!, nodeOsUpgradeChannel: 'None'}), /None: nothing patches the nodes/v);
	t.regex(textOf(poolPatching, {...nodePools[0]!, nodeOsUpgradeChannel: 'Later'}), /Later: a channel that crowsnest does not know/v);
});

test('a registry says who reaches it: public access first, then the default action, then the rules', t => {
	const exposure = (members: Partial<typeof basicRegistry>) => /Exposure +(?<words>.+)/v.exec(textOf(network, {...basicRegistry, ...members}))!.groups!.words;
	t.is(exposure({publicNetworkAccess: 'Disabled', defaultAction: 'Allow'}), 'not public: only over private endpoints');
	t.is(exposure({publicNetworkAccess: 'Enabled', defaultAction: undefined}), 'public: the whole internet can reach it, signing in decides');
	t.is(exposure({publicNetworkAccess: 'Enabled', defaultAction: 'Deny', ipRules: ['203.0.113.0/24']}), 'public, for 1 address range only');
	t.is(exposure({publicNetworkAccess: 'Enabled', defaultAction: 'Deny', ipRules: []}), 'closed: denied by default and no address is let in');
	t.is(exposure({publicNetworkAccess: unknown('denied', 'Reader is missing.'), defaultAction: 'Deny'}), 'unknown: Reader is missing.');
});

test('a cluster says who reaches its API server; a private one never fails for its ranges', t => {
	const exposure = (members: Partial<typeof weakCluster>) => /Exposure +(?<words>.+)/v.exec(textOf(clusterOverview, {...weakCluster, ...members}))!.groups!.words;
	const hidden = unknown('malformed', 'authorizedIPRanges is a number.');
	t.regex(exposure({privateCluster: true, authorizedIpRanges: hidden})!, /^private/v);
	t.regex(exposure({publicNetworkAccess: 'Disabled'})!, /^not public/v);
	t.is(exposure({authorizedIpRanges: hidden}), 'unknown: authorizedIPRanges is a number.');
	t.is(exposure({authorizedIpRanges: ['203.0.113.0/24', '198.51.100.7']}), 'public, for 2 authorised ranges only');
	t.is(exposure({authorizedIpRanges: ['203.0.113.0/24', '0.0.0.0/0']}), 'public: the whole internet can reach it');
	t.is(exposure({authorizedIpRanges: ['8.0.0.0/6']}), 'public: 8.0.0.0/6 lets in a large part of the internet');
});

test('a private endpoint shows its state', t => {
	const privateEndpoints = [{
		name: 'pe-1', status: 'Pending', privateEndpointId: undefined, description: undefined,
	}, {
		name: 'pe-2', status: unknown('malformed', 'status is a number.'), privateEndpointId: '/subscriptions/x', description: undefined,
	}];
	const text = textOf(network, {...hardenedRegistry, privateEndpoints});
	t.regex(text, /pe-1 Pending endpoint not reported/v);
	t.regex(text, /pe-2 unknown: status is a number\./v);
});

test('a finding names what it touches, since when and what to do', t => {
	const text = textOf(findingOverview, findings[0]!);
	t.regex(text, /Severity +● H high/v);
	t.regex(text, /Since +2026-08-14 06:12 UTC \(102 d\)/v);
	t.regex(text, /Name +aks-shop \(not among the resources that were read\)/v);
	t.regex(text, /Open the cluster/v);
	t.regex(text, /https:\/\/portal\.azure\.com\//v);
	t.regex(textOf(findingOverview, {...findings[0]!, severityUnknown: true}), /Severity +◦ \? unknown/v);
	const alert = findings.find(({source}) => source === 'alert')!;
	t.regex(textOf(findingOverview, alert), /MITRE ATT&CK/v);
});

test('the document waits, says why it is unknown, or is the document', t => {
	const tab = documentTab();
	t.regex(textOf(tab, weakCluster), /Being read from Azure/v);
	const denied = unknown('denied', 'Microsoft.ContainerService/managedClusters/read is missing.');
	t.is(textOf(tab, weakCluster, {detail: {...noDetail, document: denied}}), 'unknown: Microsoft.ContainerService/managedClusters/read is missing.');
	const detail = {...noDetail, document: {name: 'prod-weu', sku: {tier: 'Free'}}};
	t.is(textOf(tab, weakCluster, {detail}), 'name: prod-weu\nsku:\n  tier: Free');
	t.regex(textOf(tab, weakCluster, {detail, documentFormat: 'json'}), /^\{\n {2}"name": "prod-weu",/v);
	t.is(linesOf(tab, weakCluster, {detail}), linesOf(tab, weakCluster, {detail}));
});

const tableOf = <R extends Resource>(tab: Tab<R>, resource: R, members: Partial<TabContext<R>> = {}) => {
	if (tab.type !== 'table') {
		throw new TypeError('This tab is no table');
	}

	const context = contextOf(resource, members);
	return {keys: tab.rows(context).map(({key}) => key), count: tab.count?.(context), empty: tab.empty(context)};
};

test('the pools of a cluster are its rows; what is not known is not zero', t => {
	t.is(tableOf(pools, weakCluster).keys.length, 2);
	t.is(tableOf(pools, weakCluster).count, 2);
	const [first] = weakCluster.nodePools as readonly NodePool[];
	const name = pools.type === 'table' ? pools.columns[0]!.cell(first, {snapshot: snapshotOf(), now}).text : '';
	t.is(name, first!.name, 'within its cluster a pool goes by its own name');
	const hidden = {...weakCluster, nodePools: unknown('malformed', 'agentPoolProfiles is a text.')};
	t.is(tableOf(pools, hidden, {snapshot: snapshotOf({nodePools: []})}).count, undefined);
	t.is(tableOf(pools, hidden).empty, 'Node pools are unknown: agentPoolProfiles is a text.');
	t.regex(tableOf(pools, automaticCluster).empty, /AKS Automatic/v);
});

test('findings are those of the resource and of what lies below it', t => {
	const tab = findingsTab();
	const own = {...findings[0]!, key: 'own', resourceKey: weakCluster.key};
	const below = {...findings[0]!, key: 'below', resourceKey: `${weakCluster.key}/agentpools/nodepool1`};
	const neighbour = {...findings[0]!, key: 'neighbour', resourceKey: `${weakCluster.key}-2`};
	const snapshot = snapshotOf({findings: [own, below, neighbour]});
	t.deepEqual(tableOf(tab, weakCluster, {snapshot}).keys, ['own', 'below']);
	t.is(tableOf(tab, weakCluster, {snapshot}).count, undefined);
	const detail = {...noDetail, findings: [below]};
	t.deepEqual(tableOf(tab, weakCluster, {snapshot, detail}).keys, ['below']);
	t.is(tableOf(tab, weakCluster, {snapshot, detail}).count, 1);
	const denied = {...noDetail, findings: unknown('denied', 'Security Reader is missing.')};
	t.is(tableOf(tab, weakCluster, {snapshot: snapshotOf({findings: []}), detail: denied}).empty, 'Findings are unknown: Security Reader is missing.');
});
