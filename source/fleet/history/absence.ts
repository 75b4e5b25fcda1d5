import {isUnknown} from '../../model/known.js';
import type {Coverage} from '../../model/subscription.js';
import type {JudgedKind} from '../../posture/check.js';
import {clusterKeyOf} from '../insides/cluster-key.js';
import type {FleetParts} from '../snapshot-parts.js';
import {sourceNames} from '../sources.js';
import type {Readiness} from './readiness.js';
import type {ResourceRecord} from './record.js';

/**
`gone`: Azure has it no more; `hidden`: it can no longer be read; `unsure`: reading fails just now.
*/
export type Absence = 'gone' | 'hidden' | 'unsure';

const read: ReadonlySet<Coverage['state']> = new Set(['answered', 'listed']);

const subscriptionOf = (key: string): string => key.split('/', 3)[2] ?? '';

const sourceOf: Readonly<Partial<Record<JudgedKind, 'clusters' | 'containerGroups' | 'registries'>>> = {
	cluster: 'clusters', nodePool: 'clusters', node: 'clusters', service: 'clusters', registry: 'registries', containerGroup: 'containerGroups',
};

const isSound = (kind: JudgedKind, readiness: Readiness): boolean => {
	const source = sourceOf[kind];
	return source === undefined ? sourceNames.every(name => name === 'findings' || name === 'findingTotals' || readiness.isSound(name)) : readiness.isSound(source);
};

/**
Makes the function that says what it means that a resource, which was there, is not among what was read.
*/
export const absenceIn = ({subscriptions, clusters, insides, registryContents}: Pick<FleetParts, 'clusters' | 'insides' | 'subscriptions'> & Partial<Pick<FleetParts, 'registryContents'>>, readiness: Readiness): ((key: string, record: ResourceRecord) => Absence) => {
	const coverage = new Map(subscriptions.map(({id, coverage: {state}}) => [id, state]));
	let poolless: ReadonlySet<string> | undefined;

	const hasUnreadPools = (key: string): boolean => {
		if (!poolless) {
			const unread = clusters.filter(({nodePools}) => isUnknown(nodePools));
			poolless = new Set(unread.map(cluster => cluster.key));
		}

		const end = key.indexOf('/agentpools/');
		return end > 0 && poolless.has(key.slice(0, end));
	};

	/**
	What stands inside a cluster is gone only where a look into that cluster no longer shows it.
	*/
	const insideCluster = (key: string, part: 'nodes' | 'services'): Absence => {
		const clusterKey = clusterKeyOf(key) ?? '';
		if (clusters.every(cluster => cluster.key !== clusterKey)) {
			return 'gone';
		}

		const found = insides.get(clusterKey)?.[part];
		if (found === undefined) {
			return 'unsure';
		}

		return isUnknown(found) ? (found.unknown === 'denied' ? 'hidden' : 'unsure') : 'gone';
	};

	/**
	Nobody lists all images of a registry but the registry itself, and only while a person has it open: an image that is not
	there may just not have been asked for.
	*/
	const ofImage = (key: string): Absence => {
		const registryKey = key.slice(0, Math.max(0, key.indexOf('/images/')));
		const contents = registryContents?.get(registryKey);
		return contents?.isComplete === true && !isUnknown(contents.manifests) ? 'gone' : 'unsure';
	};

	return (key, {kind}) => {
		if (kind === 'image') {
			return ofImage(key);
		}

		const state = coverage.get(subscriptionOf(key));
		if (state === 'waiting') {
			return 'unsure';
		}

		// A subscription that is no longer listed may have been deleted, or taken from our sight: who can tell?
		if (state === undefined || !read.has(state)) {
			return readiness.isSound('subscriptions') ? 'hidden' : 'unsure';
		}

		if (!isSound(kind, readiness)) {
			return 'unsure';
		}

		if (kind === 'node' || kind === 'service') {
			return insideCluster(key, kind === 'node' ? 'nodes' : 'services');
		}

		return kind === 'nodePool' && hasUnreadPools(key) ? 'hidden' : 'gone';
	};
};
