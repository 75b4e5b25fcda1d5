import type {Branch} from '../../azure/read/branch.js';
import {nearest} from '../../terminal/nearest.js';

/**
What the cloud provider knows: near to the one in letters, but something else.
Source: kubernetes-sigs/cloud-provider-azure pkg/consts/consts.go.
*/
const known = new Set([
	'internal',
	'internal-subnet',
	'ipv4',
	'ipv6',
	'mode',
	'resource-group',
	'tcp-idle-timeout',
	'enable-high-availability-ports',
	'health-probe-protocol',
	'health-probe-interval',
	'health-probe-num-of-probe',
	'health-probe-request-path',
	'configurations',
	'disable-tcp-reset',
].map(name => `service.beta.kubernetes.io/azure-load-balancer-${name}`));

const longestName = 320;

/**
Whether an annotation was meant to make a load balancer internal and is not the one that does so in Azure: another prefix,
another spelling, another cloud's.
*/
export const looksInternal = (annotations: Branch, name: string): boolean => {
	if (name.length > longestName || known.has(name)) {
		return false;
	}

	const own = name.slice(name.indexOf('/') + 1).toLowerCase();
	const letters = own.replaceAll(/[^a-z]/gv, '');
	if (!/load-?_?balanc|lb/v.test(own) && !letters.includes('loadbal')) {
		return false;
	}

	// Google's is the value `Internal` of a type.
	const value = annotations.raw(name);
	return letters.includes('internal')
		|| own.split(/[^a-z]/v).some(word => word.length > 4 && nearest(word, ['internal']) !== undefined)
		|| (own.endsWith('type') && typeof value === 'string' && value.toLowerCase() === 'internal');
};
