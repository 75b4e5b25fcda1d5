import type {ClusterSpec} from '../fleet/cluster-spec.js';
import {hexOf} from '../random.js';

/**
The name under which a cluster's API server answers: a private one has a name of a private zone only.
*/
export const apiServerHost = ({name, access, region}: ClusterSpec, seed: number): string => {
	const zones = {public: 'hcp', vnet: 'private', private: 'privatelink'} as const;
	return `${name}-${hexOf(seed, `dns ${name}`, 8)}.${zones[access]}.${region}.azmk8s.io`;
};
