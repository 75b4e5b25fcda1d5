import type {Site} from '../inside/site.js';
import type {World} from './world.js';

/**
A cluster of the world as somebody who looks into it meets it just now.
*/
export const siteOf = ({stage, context}: World, index: number): Site => {
	const cluster = stage.clusters.at(index);
	return {
		cluster, index, context, moment: stage.inside(cluster.name),
	};
};

/**
The name of a stopped cluster's API server is taken away, and that of a private one stands in a zone of its own network.
*/
export const isReachable = ({cluster}: Site): boolean => cluster.powerState !== 'Stopped' && !cluster.isOutOfReach;
