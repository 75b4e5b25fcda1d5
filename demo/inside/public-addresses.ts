import type {Site} from './site.js';

/**
Numbers that one cluster has to itself, as long as the fleet is of the ordinary size: ten for load balancers and what
goes out, ten for nodes.
*/
const perCluster = 20;

/**
How many addresses are taken from each of the two documentation ranges (RFC 5737) that stand for the internet here. The
company's own offices lie at the beginning of the second one.
*/
const first = 250;
const second = 200;

/**
A public address of the cluster, by its number within the cluster. They repeat only in a fleet for measuring.
*/
export const documentationAddress = ({index}: Site, number: number): string => {
	const place = ((index * perCluster) + number) % (first + second);
	return place < first ? `203.0.113.${place + 2}` : `198.51.100.${place - first + 40}`;
};
