import type {ClusterService} from '../../../model/cluster-service.js';
import {
	firstUnknown,
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {valueOf} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {kubectlService} from '../../kubectl.js';
import {proofOf} from './exposed.js';

const typePath = 'spec.type';
const portPath = 'spec.ports[].nodePort';

const judge = (service: ClusterService, {exposures}: JudgeContext): Outcome => {
	const {type, ports} = service;
	const fault = firstUnknown(type);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (type === 'LoadBalancer') {
		return pass(seen(typePath, type));
	}

	if (type !== 'NodePort') {
		return notApplicable(seen(typePath, valueOf(type)));
	}

	const open = (valueOf(ports) ?? []).flatMap(({nodePort}) => (nodePort === undefined ? [] : [String(nodePort)]));
	const evidence = [seen(typePath, type), seen(portPath, open)];
	const exposure = exposures?.get(service.key);
	return exposure?.who === 'internet' || exposure?.who === 'ranges' ? fail([...evidence, ...proofOf(exposure)], {severity: 'high', detail: `Nodes can be reached from outside: by ${exposure.answer}.`}) : fail(evidence);
};

export const nodePortChecks: ReadonlyArray<Check<'service'>> = [
	{
		id: 'service-nodeport-exposed',
		kind: 'service',
		title: 'Service opens a port on every node',
		severity: 'medium',
		why: 'A node port is open on each node of the cluster, past the load balancer and what restricts it; where nodes have public addresses, to the internet.',
		decidedBy: `\`${typePath}\`, \`${portPath}\` (core/v1 Service); addresses of the nodes, their network security group`,
		references: {mcsb: ['NS-1']},
		fix: service => ({
			command: kubectlService('patch', service, '--type merge --patch \'{"spec":{"type":"ClusterIP"}}\''),
			effect: 'Closes the port on every node: who uses it loses the Service at once. Put an ingress or an internal load balancer before it first.',
		}),
		judge,
	},
];
