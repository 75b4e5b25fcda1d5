import {readCluster} from '../../source/azure/read/cluster.js';
import {readDefenderPlan} from '../../source/azure/read/defender-plan.js';
import {readKubernetesVersions} from '../../source/azure/read/kubernetes-versions.js';
import {readRegistry} from '../../source/azure/read/registry.js';
import type {Cluster} from '../../source/model/cluster.js';
import {parseNodeImage, type NodeImage} from '../../source/model/node-image.js';
import type {Fact} from '../../source/model/known.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Registry} from '../../source/model/registry.js';
import type {JudgeContext} from '../../source/posture/check.js';
import {readDocument, type Json} from './azure-documents.js';

/**
Changes of a document by path: `{'properties.enableRBAC': false}`; `undefined` drops the member. List positions are numbers.
*/
export type Changes = Readonly<Record<string, unknown>>;

export const edited = (document: Json, changes: Changes): Json => {
	const copy = structuredClone(document);
	for (const [path, value] of Object.entries(changes)) {
		const names = path.split('.');
		const last = names.pop()!;
		let holder = copy;
		for (const name of names) {
			holder[name] ??= {};
			holder = holder[name] as Json;
		}

		holder[last] = value;
	}

	return copy;
};

export const clusterOf = (file: string, changes: Changes = {}): Cluster => readCluster(edited(readDocument(`aks/${file}.json`), changes))!;

export const poolOf = (file: string, position: number, changes: Changes = {}): NodePool => {
	const inPool = Object.fromEntries(Object.entries(changes).map(([path, value]) => [`properties.agentPoolProfiles.${position}.${path}`, value]));
	return (clusterOf(file, inPool).nodePools as readonly NodePool[])[position]!;
};

export const registryOf = (file: string, changes: Changes = {}): Registry => readRegistry(edited(readDocument(`acr/${file}.json`), changes))!;

/**
The day of the composed documents' estate.
*/
export const today = Date.parse('2026-08-24T12:00:00Z');

export const subscription = '00000000-0000-0000-0000-0000000000a1';

const versions = readKubernetesVersions(readDocument('aks/kubernetes-versions-composed.json'));

export const planOf = (pricingTier: string) => readDefenderPlan({id: `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/Containers`, properties: {pricingTier}})!;

/**
A context in which everything is known: versions of the regions of the estate, the plan on, and these newest images.
*/
export const contextOf = (more: Partial<JudgeContext> = {}, images: Readonly<Record<string, Fact<NodeImage> | string>> = {}): JudgeContext => ({
	now: today,
	supportedVersions: new Map(['westeurope', 'germanywestcentral', 'swedencentral'].map(region => [region, versions])),
	containersPlans: new Map([[subscription, planOf('Standard')]]),
	latestNodeImages: new Map(Object.entries(images).map(([key, image]) => [key.toLowerCase(), typeof image === 'string' ? parseNodeImage(image) : image])),
	...more,
});
