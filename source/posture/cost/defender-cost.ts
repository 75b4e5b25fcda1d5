import type {Cluster} from '../../model/cluster.js';
import type {PriceTable} from '../../model/price-table.js';
import {coresOfCluster, sumCores, type Cores} from './cores-of-cluster.js';

/**
What Defender for Containers costs, or would cost, a month: an estimate, never a bill.
*/
export type DefenderCost = {
	readonly clusters: number;
	readonly cores: Cores;
	readonly currency: string;
	/**
	For the processors that there are now, and from the fewest to the most that the autoscaler may make; absent without a price.
	*/
	readonly amount: {readonly least: number; readonly now: number; readonly most: number} | undefined;
	/**
	Scans of images that are included, for the processors that there are now; absent without a number in the table.
	*/
	readonly scans: number | undefined;
};

/**
Adds up what the plan costs for some clusters: processors times the price of one.

Source: price and included scans are the table's (`crowsnest prices`); what is billed is the processors of clusters.
*/
export const defenderCost = (clusters: readonly Cluster[], {currency, defender}: PriceTable): DefenderCost => {
	const cores = sumCores(clusters.map(cluster => coresOfCluster(cluster)));
	const {vCore, scans} = defender ?? {};
	return {
		clusters: clusters.length,
		cores,
		currency,
		amount: vCore === undefined ? undefined : {least: cores.least * vCore, now: cores.now * vCore, most: cores.most * vCore},
		scans: scans === undefined ? undefined : cores.now * scans,
	};
};
