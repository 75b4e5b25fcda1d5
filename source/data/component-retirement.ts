import type {Dated} from './retirement.js';

/**
Azure Network Policy Manager (`networkPolicy: azure`), by the operating system of its nodes.
*/
export const networkPolicyManager: Readonly<Record<'Linux' | 'Windows', Dated>> = {
	Windows: {end: '2026-09-30', source: 'AKS documentation, network policies, August 2026'},
	Linux: {end: '2028-09-30', source: 'AKS documentation, network policies, August 2026'},
};
