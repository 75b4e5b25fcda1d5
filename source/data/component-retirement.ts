import type {Dated} from './retirement.js';

/**
Azure Network Policy Manager (`networkPolicy: azure`), by the operating system of its nodes.
*/
export const networkPolicyManager: Readonly<Record<'Linux' | 'Windows', Dated>> = {
	Windows: {end: '2026-09-30', source: 'AKS documentation, network policies, August 2026'},
	Linux: {end: '2028-09-30', source: 'AKS documentation, network policies, August 2026'},
};

/**
The NGINX controller that the application routing add-on runs: the last day of Microsoft's fixes. The project itself ended in March 2026.
*/
export const ingressNginx: Dated = {end: '2026-11-30', source: 'AKS documentation, application routing, August 2026'};
