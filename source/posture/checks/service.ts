import type {Check} from '../check.js';
import {claimChecks} from './service/claims.js';
import {loadBalancerChecks} from './service/load-balancer.js';
import {nodePortChecks} from './service/node-port.js';

/**
What is judged of a Service, read from its cluster or inferred from what Azure gives away.
*/
export const serviceChecks: ReadonlyArray<Check<'service'>> = [
	...loadBalancerChecks,
	...nodePortChecks,
	...claimChecks,
];
