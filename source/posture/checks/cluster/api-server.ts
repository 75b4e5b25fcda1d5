import type {Cluster} from '../../../model/cluster.js';
import {isUnknown} from '../../../model/known.js';
import type {Check, Outcome} from '../../check.js';
import {aksCommand, needed} from '../../commands.js';
import {isTooBroad, parseIpRange} from '../../ip-range.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {plural} from '../../../model/plural.js';

const privatePath = 'properties.apiServerAccessProfile.enablePrivateCluster';
const publicPath = 'properties.publicNetworkAccess';
const rangesPath = 'properties.apiServerAccessProfile.authorizedIPRanges';
const runCommandPath = 'properties.apiServerAccessProfile.disableRunCommand';
const powerPath = 'properties.powerState.code';

const perimeterReason = 'a network security perimeter decides who gets in, and perimeters are not read';

const restrict = (cluster: Cluster): string =>
	aksCommand('update', cluster, `--api-server-authorized-ip-ranges ${needed('RANGES', 'your networks and the egress of the cluster, comma separated')}`);

/**
What keeps the endpoint off the internet, where something is known to.
*/
const closedBy = (cluster: Cluster): ReturnType<typeof seen> | undefined => {
	if (cluster.privateCluster === true) {
		return seen(privatePath, true);
	}

	return cluster.publicNetworkAccess === 'Disabled' ? seen(publicPath, 'Disabled') : undefined;
};

const judgePublic = (cluster: Cluster): Outcome => {
	const closed = closedBy(cluster);
	if (closed !== undefined) {
		return pass(closed);
	}

	if (cluster.provisioningState === 'Deleting') {
		return notApplicable(seen('properties.provisioningState', 'Deleting'));
	}

	const {authorizedIpRanges: ranges} = cluster;
	if (ranges !== undefined && !isUnknown(ranges) && ranges.length > 0) {
		return pass(seen(rangesPath, plural(ranges.length, 'entry', 'entries')));
	}

	const fault = firstUnknown(cluster.privateCluster, cluster.publicNetworkAccess, ranges);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (cluster.publicNetworkAccess === 'SecuredByPerimeter') {
		return unknownBecause(perimeterReason);
	}

	const evidence = [seen(privatePath, cluster.privateCluster as boolean | undefined), seen(rangesPath, ranges === undefined ? undefined : 'empty')];
	return cluster.powerState === 'Stopped'
		? fail([...evidence, seen(powerPath, 'Stopped')], {severity: 'medium', detail: 'The cluster is stopped: it is exposed again once it starts.'})
		: fail(evidence);
};

const judgePrivate = (cluster: Cluster): Outcome => {
	const closed = closedBy(cluster);
	if (closed !== undefined) {
		return pass(closed);
	}

	if (cluster.provisioningState === 'Deleting') {
		return notApplicable(seen('properties.provisioningState', 'Deleting'));
	}

	const {privateCluster, publicNetworkAccess} = cluster;
	const fault = firstUnknown(privateCluster, publicNetworkAccess);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	return publicNetworkAccess === 'SecuredByPerimeter' ? unknownBecause(perimeterReason) : fail([seen(privatePath, privateCluster as boolean | undefined)]);
};

const judgeRanges = (cluster: Cluster): Outcome => {
	const closed = closedBy(cluster);
	if (closed !== undefined) {
		return notApplicable(closed);
	}

	const {authorizedIpRanges: ranges} = cluster;
	if (isUnknown(ranges)) {
		return unknownBecause(ranges.reason);
	}

	if (ranges === undefined || ranges.length === 0) {
		return notApplicable(seen(rangesPath, ranges === undefined ? undefined : 'empty'));
	}

	const parsed = ranges.map(entry => ({entry, range: parseIpRange(entry)}));
	const broad = parsed.filter(({range}) => isTooBroad(range));
	const shared = parsed.filter(({range}) => range.kind === 'service-tag');
	const unreadable = parsed.find(({range}) => range.kind === 'unreadable');
	const fault = firstUnknown(cluster.privateCluster, cluster.publicNetworkAccess);
	const isOpen = broad.length > 0 || shared.length > 0;
	if (isOpen && fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (broad.length > 0) {
		return fail(broad.map(({entry}) => seen(rangesPath, entry)));
	}

	if (shared.length > 0) {
		return fail(shared.map(({entry}) => seen(rangesPath, entry)), {severity: 'medium', detail: 'A service tag stands for addresses that other customers use too.'});
	}

	return unreadable === undefined
		? pass(seen(rangesPath, plural(ranges.length, 'narrow entry', 'narrow entries')))
		: unknownBecause(`\`${rangesPath}\` holds "${unreadable.entry}", which is no address range`);
};

/**
As `judgePublic`, but a list that lets in everyone is no list.
*/
const judgeReach = (cluster: Cluster): Outcome => {
	const listed = judgeRanges(cluster);
	return listed.status === 'fail' && listed.severity === undefined ? listed : judgePublic(cluster);
};

/**
Judged from the facts rather than from the two verdicts: a cluster without Entra ID has nothing but the shared certificate.
*/
const judgePublicWithLocalAccounts = (cluster: Cluster): Outcome => {
	const reach = judgeReach(cluster);
	const {localAccountsDisabled} = cluster;
	if (localAccountsDisabled === true) {
		return pass(seen('properties.disableLocalAccounts', true));
	}

	if (reach.status !== 'fail') {
		return reach;
	}

	if (cluster.powerState === 'Stopped') {
		return notApplicable(seen(powerPath, 'Stopped'));
	}

	return isUnknown(localAccountsDisabled)
		? unknownBecause(localAccountsDisabled.reason)
		: fail([...reach.evidence, seen('properties.disableLocalAccounts', localAccountsDisabled)]);
};

export const apiServerChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-api-server-public-unrestricted',
		kind: 'cluster',
		title: 'API server answers the whole internet',
		severity: 'high',
		why: 'Whoever gets hold of a kubeconfig, or of a fault in the API server, can reach the control plane from anywhere.',
		decidedBy: `${privatePath}, ${publicPath} and ${rangesPath} (Resource Graph)`,
		references: {
			cisAks: ['5.4.1'], mcsb: ['NS-1', 'NS-2'], azurePolicy: ['0e246bcf-5f6f-4f87-bc6f-775d4712c7ea'], defender: ['1a2b5b4c-f80d-46e7-ac81-b51a9fb363de'],
		},
		fix: cluster => ({
			command: restrict(cluster),
			effect: 'Takes effect within minutes; whoever calls from a network that is not listed, pipelines included, is locked out.',
		}),
		judge: judgePublic,
	},
	{
		id: 'aks-api-server-ranges-too-broad',
		kind: 'cluster',
		title: 'Authorised ranges let in almost everyone',
		severity: 'high',
		why: 'A list that holds 0.0.0.0/0 looks like a restriction and is none; only its entries tell.',
		decidedBy: `${rangesPath}: an entry wider than /16 (IPv4) or /32 (IPv6), or a service tag (Resource Graph)`,
		references: {cisAks: ['5.4.1']},
		fix: cluster => ({
			command: restrict(cluster),
			effect: 'Replaces the whole list; whoever calls from a network that is not in the new one is locked out.',
		}),
		judge: judgeRanges,
	},
	{
		id: 'aks-public-api-with-local-accounts',
		kind: 'cluster',
		title: 'Internet-reachable API server and a shared admin certificate',
		severity: 'critical',
		why: 'Together they mean that one leaked file is full control from anywhere, without a sign-in that could be blocked or traced.',
		decidedBy: `${privatePath}, ${publicPath}, ${rangesPath} and properties.disableLocalAccounts (Resource Graph)`,
		references: {cisAks: ['5.4.1']},
		fix: cluster => (cluster.entraIntegrated === true
			? {
				command: aksCommand('update', cluster, '--disable-local-accounts'),
				effect: 'No downtime; kubeconfigs with the admin certificate fail once certificates are rotated (az aks rotate-certs, which restarts the nodes).',
			}
			: {
				command: restrict(cluster),
				effect: 'Without Entra ID the certificate is the only way in, so the network is closed first; networks that are not listed are locked out.',
			}),
		judge: judgePublicWithLocalAccounts,
	},
	{
		id: 'aks-private-cluster-off',
		kind: 'cluster',
		title: 'Control plane is not private',
		severity: 'medium',
		why: 'A private endpoint takes the API server off the internet, out of reach of every scan; ranges are the second best.',
		decidedBy: `${privatePath} and ${publicPath} (Resource Graph)`,
		references: {cisAks: ['5.4.2'], azurePolicy: ['040732e8-d947-40b8-95d6-854c95024bf8']},
		fix: cluster => ({
			command: aksCommand('update', cluster, `${cluster.vnetIntegration === true ? '' : `--enable-apiserver-vnet-integration --apiserver-subnet-id ${needed('SUBNET', 'id of a subnet for the API server')} `}--enable-private-cluster`),
			effect: 'The API server restarts under another address and its nodes are replaced; whoever has no way into the network, pipelines included, is locked out.',
		}),
		judge: judgePrivate,
	},
	{
		id: 'aks-run-command-enabled',
		kind: 'cluster',
		title: 'Run command is allowed',
		severity: 'medium',
		why: 'az aks command invoke starts a pod as cluster-admin by way of Resource Manager, past every network boundary, even of a private cluster.',
		decidedBy: `${runCommandPath} (Resource Graph)`,
		references: {azurePolicy: ['89f2d532-c53c-4f8f-9afa-4927b1114a0d']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--disable-run-command'),
			effect: 'Pipelines and people that reach a private cluster by command invoke need another way first.',
		}),
		judge({runCommandDisabled}) {
			if (isUnknown(runCommandDisabled)) {
				return unknownBecause(runCommandDisabled.reason);
			}

			return runCommandDisabled === true ? pass(seen(runCommandPath, true)) : fail([seen(runCommandPath, runCommandDisabled)]);
		},
	},
];
