import type {Resource} from '../source/model/resource.js';

/**
One verdict by its name: what a row or an item stands for when it is to be explained.
*/
export type VerdictOf = {
	readonly resource: Resource;
	readonly checkId: string;
};
