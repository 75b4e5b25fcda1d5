import {clusterKeyOf} from '../../source/fleet/insides/cluster-key.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {InsideGrants} from '../../source/model/inside.js';
import {placeIn, tellIn, type ActionContext} from './context.js';

/**
The cluster that the cursor stands on, or that is open.
*/
const clusterHere = (context: ActionContext): string | undefined => {
	const place = placeIn(context);
	const selected = context.slot.current?.selected();
	const resource = selected && ('resource' in selected ? selected.resource as {readonly key?: string} | undefined : selected);
	const open = 'key' in place ? clusterKeyOf(place.key) : ('cluster' in place && place.cluster !== undefined ? place.cluster : undefined);
	return open ?? (resource?.key === undefined ? undefined : clusterKeyOf(resource.key));
};

/**
Whether a registry, or an image of one, is open or under the cursor.
*/
const isAtRegistry = (context: ActionContext): boolean => {
	const place = placeIn(context);
	if (place.view === 'drill' || place.view === 'list') {
		return place.kind === 'registry' || place.kind === 'image';
	}

	const selected = context.slot.current?.selected();
	return selected !== undefined && 'kind' in selected && selected.kind === 'registry';
};

const nameOf = (key: string, {clusters}: Snapshot): string => clusters.find(cluster => cluster.key === key)?.name ?? key.slice(key.lastIndexOf('/') + 1);

/**
Asks to look inside one cluster, or all, by what it takes; asking again tries again.
*/
export const askInside = (context: ActionContext, which: string, grant: keyof InsideGrants): void => {
	context.store.lookInside(which, grant);
	const where = which === 'all' ? 'every cluster' : nameOf(which, context.store.getSnapshot());
	tellIn(context, grant === 'runCommand'
		? `Running kubectl inside ${where}: a pod starts there, and the activity log tells of it`
		: `Looking inside ${where}, as Azure Kubernetes Service Cluster User`);
};

/**
Looks inside the cluster that one is at, or into registries; where that is none, says so.
*/
export const lookInside = (context: ActionContext): void => {
	const cluster = clusterHere(context);
	if (cluster === undefined && isAtRegistry(context)) {
		context.store.readRegistries();
		tellIn(context, 'Reading what opened registries hold, as AcrPull, or Container Registry Repository Reader and Catalog Lister');
		return;
	}

	if (cluster === undefined) {
		tellIn(context, 'I looks inside the cluster that the cursor stands on; :inside looks inside all of them');
		return;
	}

	askInside(context, cluster, 'userCredential');
};
