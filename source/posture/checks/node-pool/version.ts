import {valueOf} from '../../../model/known.js';
import type {NodePool} from '../../../model/node-pool.js';
import {daysLeft} from '../../calendar.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {needed, newPoolCommand, nodePoolCommand} from '../../commands.js';
import {minorNumber} from '../../kubernetes-minor.js';
import {isRetired, releasesOf} from '../../operating-system.js';
import {shellQuote} from '../../shell-quote.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {plural} from '../../../model/plural.js';
import {managedBecause} from './emptiness.js';

/**
An operating system that retires sooner is a warning.
*/
const warningDays = 90;

const judgeRetirement = (pool: NodePool, {now}: JudgeContext): Outcome => {
	const because = managedBecause(pool);
	if (because !== undefined) {
		return notApplicable(because);
	}

	const osSku = valueOf(pool.osSku);
	const image = valueOf(pool.nodeImageVersion);
	const releases = releasesOf(osSku, image);
	const evidence = [seen('osSKU', osSku), seen('nodeImageVersion', image)];
	const over = releases.find(release => isRetired(release, now));
	if (over !== undefined) {
		const removed = over.imagesRemoved === undefined ? '' : ` Its images are removed on ${over.imagesRemoved}.`;
		return fail(evidence, {detail: `${over.name} is retired${over.end === undefined ? '' : ` since ${over.end}`}.${removed}`});
	}

	const version = minorNumber(valueOf(pool.kubernetesVersion) ?? '');
	const missing = releases.find(({notFrom}) => notFrom !== undefined && version !== undefined && version >= (minorNumber(notFrom) ?? Infinity));
	if (missing !== undefined) {
		return fail(evidence, {detail: `${missing.name} has no images from Kubernetes ${missing.notFrom ?? ''} on.`});
	}

	const ending = releases.find(({end}) => end !== undefined && daysLeft(end, now) < warningDays);
	if (ending !== undefined) {
		return fail(evidence, {severity: 'medium', detail: `${ending.name} is retired on ${ending.end ?? ''}.`});
	}

	const fault = firstUnknown(pool.osSku, pool.nodeImageVersion);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	return releases.length === 0
		? unknownBecause(`which operating system "${osSku ?? 'absent'}" with image "${image ?? 'absent'}" is cannot be told`)
		: pass(...evidence);
};

const judgeSkew = ({kubernetesVersion, clusterKubernetesVersion, clusterKey}: NodePool): Outcome => {
	const fault = firstUnknown(kubernetesVersion, clusterKubernetesVersion);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const own = valueOf(kubernetesVersion);
	const wanted = valueOf(clusterKubernetesVersion);
	if (own === undefined || wanted === undefined) {
		return notReported(own === undefined ? 'currentOrchestratorVersion' : 'properties.currentKubernetesVersion');
	}

	const ownMinor = minorNumber(own);
	const wantedMinor = minorNumber(wanted);
	if (ownMinor === undefined || wantedMinor === undefined) {
		return unfamiliar(ownMinor === undefined ? 'currentOrchestratorVersion' : 'properties.currentKubernetesVersion', ownMinor === undefined ? own : wanted);
	}

	const behind = wantedMinor - ownMinor;
	const evidence = [seen('currentOrchestratorVersion', own), {...seen('properties.currentKubernetesVersion', wanted), resource: clusterKey}];
	return behind <= 0 ? pass(...evidence) : fail(evidence, {severity: behind >= 3 ? 'high' : 'medium', detail: `${plural(behind, 'minor version')} behind the control plane.`});
};

export const versionChecks: ReadonlyArray<Check<'nodePool'>> = [
	{
		id: 'nodepool-os-retired',
		kind: 'nodePool',
		title: 'Operating system of the nodes is retired, or nearly',
		severity: 'high',
		why: 'A retired system gets no fixes, and once its images are gone the pool cannot grow either.',
		decidedBy: 'osSKU and the beginning of nodeImageVersion, against the bundled dates of retirement',
		references: {},
		fix: pool => ({
			command: newPoolCommand(pool, `--os-sku ${pool.osType === 'Windows' ? 'Windows2025' : 'AzureLinux'}`),
			effect: 'Adds a pool beside the old one, at its price; drain and delete the old one once its workloads run on the new one.',
		}),
		judge: judgeRetirement,
	},
	{
		id: 'nodepool-version-skew',
		kind: 'nodePool',
		title: 'Kubernetes version of the pool lags behind the control plane',
		severity: 'medium',
		why: 'Faults of the kubelet are fixed by the version of the pool, not by that of the control plane.',
		decidedBy: 'currentOrchestratorVersion against properties.currentKubernetesVersion of the cluster (Resource Graph)',
		references: {},
		fix: pool => ({
			command: nodePoolCommand('upgrade', pool, `--kubernetes-version ${typeof pool.clusterKubernetesVersion === 'string' ? shellQuote(pool.clusterKubernetesVersion) : needed('VERSION', 'Kubernetes version of the control plane')}`),
			effect: 'Drains and replaces the nodes one after the other; pods start elsewhere. One minor version at a time where it lags by several.',
		}),
		judge: judgeSkew,
	},
];
