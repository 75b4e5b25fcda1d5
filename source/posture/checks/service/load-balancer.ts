import type {ClusterService, ServicePort} from '../../../model/cluster-service.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {scopeOf} from '../../exposure/address.js';
import {kubectlService} from '../../kubectl.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {sensitivePorts} from '../../sensitive-ports.js';
import {exposureOf, proofOf} from './exposed.js';

const typePath = 'spec.type';
const addressPath = 'status.loadBalancer.ingress';
const internalKey = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const internalPath = `metadata.annotations["${internalKey}"]`;

const inferred = notApplicable(seen('the cluster\'s own API', 'not read: what Azure gives away decides'));

const makeInternal = (service: ClusterService): string => kubectlService('annotate --overwrite', service, `${internalKey}=true`);

const makeInternalEffect = 'Azure moves the Service to an address of the virtual network: whoever uses the public one loses it at once.';

const judgeUnrestricted = (service: ClusterService, context: JudgeContext): Outcome => {
	if (service.isInferred) {
		return inferred;
	}

	const {type} = service;
	if (isUnknown(type)) {
		return unknownBecause(type.reason);
	}

	if (type !== 'LoadBalancer') {
		return notApplicable(seen(typePath, type));
	}

	const found = exposureOf(service, context);
	if ('outcome' in found) {
		return found.outcome;
	}

	const {exposure} = found;
	return exposure.who === 'internet'
		? fail(proofOf(exposure), {detail: `Open to ${exposure.answer}: ${exposure.ports.join(', ')}.`})
		: pass(...proofOf(exposure));
};

const dashboardPort = 8080;

const listens = ({port, targetPort}: ServicePort): string | undefined => sensitivePorts.get(port) ?? sensitivePorts.get(Number(targetPort));

const judgeSensitive = (service: ClusterService, context: JudgeContext): Outcome => {
	const {ports, type} = service;
	const fault = firstUnknown(type, ports);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const found = exposureOf(service, context);
	if ('outcome' in found) {
		return found.outcome;
	}

	const {exposure} = found;
	if (exposure.who !== 'internet') {
		return notApplicable(seen('who can reach it', exposure.answer));
	}

	const open = valueOf(ports) ?? [];
	const grave = open.filter(port => listens(port) !== undefined);
	if (grave.length > 0) {
		return fail([seen('spec.ports', grave.map(({port, targetPort}) => (targetPort === undefined ? String(port) : `${port} to ${targetPort}`))), ...proofOf(exposure)], {
			detail: `${[...new Set(grave.map(port => listens(port)))].join(', ')} usually listens there.`,
		});
	}

	const dashboards = open.filter(({port}) => port === dashboardPort);
	return dashboards.length > 0
		? fail([seen('spec.ports', String(dashboardPort)), ...proofOf(exposure)], {severity: 'medium', detail: 'Dashboards and administration pages often listen there.'})
		: pass(seen('spec.ports', open.map(({port}) => String(port))));
};

const judgeInternal = (service: ClusterService): Outcome => {
	if (service.isInferred) {
		return inferred;
	}

	const {type, internalAnnotation, misspelt, addresses} = service;
	const fault = firstUnknown(internalAnnotation, type);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (internalAnnotation === undefined && misspelt.length > 0) {
		return fail(misspelt.map(name => seen(`metadata.annotations["${name}"]`, 'is not the annotation that Azure reads')), {detail: `Azure reads ${internalKey} only.`});
	}

	if (internalAnnotation === undefined) {
		return notApplicable(seen(internalPath, undefined));
	}

	const value = valueOf(internalAnnotation);
	if (value === 'false') {
		return notApplicable(seen(internalPath, value));
	}

	if (value !== 'true') {
		return fail([seen(internalPath, value)], {detail: 'Only the text true, in small letters, makes it internal.'});
	}

	if (type !== 'LoadBalancer') {
		return fail([seen(internalPath, value), seen(typePath, valueOf(type))], {detail: 'The annotation works on load balancers only.', severity: 'low'});
	}

	if (isUnknown(addresses)) {
		return unknownBecause(addresses.reason);
	}

	if (addresses.length === 0) {
		return unknownBecause(`\`${addressPath}\` is empty: the load balancer has no address yet`);
	}

	const evidence = [seen(internalPath, value), seen(addressPath, addresses)];
	return addresses.some(address => scopeOf(address) === 'public') ? fail(evidence, {detail: 'It has a public address still.'}) : pass(...evidence);
};

const judgeInferred = (service: ClusterService, context: JudgeContext): Outcome => {
	if (!service.isInferred) {
		return notApplicable(seen('the cluster\'s own API', 'read: it decides'));
	}

	const found = exposureOf(service, context);
	if ('outcome' in found) {
		return found.outcome;
	}

	const {exposure} = found;
	return exposure.who === 'internet' ? fail(proofOf(exposure)) : pass(...proofOf(exposure));
};

export const loadBalancerChecks: ReadonlyArray<Check<'service'>> = [
	{
		id: 'service-loadbalancer-public-unrestricted',
		kind: 'service',
		title: 'Load balancer is open to the whole internet',
		severity: 'high',
		why: 'In AKS a Service of type LoadBalancer is on the internet unless something says otherwise; most are by accident.',
		decidedBy: `\`${typePath}\`, \`${internalPath}\`, \`spec.loadBalancerSourceRanges\`, annotations azure-allowed-ip-ranges and azure-allowed-service-tags, \`${addressPath}\` (core/v1 Service)`,
		references: {azurePolicy: ['3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e'], mcsb: ['NS-1', 'NS-2']},
		fix: service => ({command: makeInternal(service), effect: makeInternalEffect}),
		judge: judgeUnrestricted,
	},
	{
		id: 'service-sensitive-port-public',
		kind: 'service',
		title: 'Administration or database port is open to the internet',
		severity: 'critical',
		why: 'What listens there can be tried by everybody: databases and administration ports on the internet are how clusters are taken over.',
		decidedBy: '`spec.ports`, where the internet reaches the Service (core/v1 Service)',
		references: {azurePolicy: ['233a2a17-77ca-4fb1-9b6b-69223d272a44'], defender: ['add45209-73f6-4fa5-a5a5-74a451b07fbe'], mcsb: ['PV-2', 'NS-1']},
		fix: service => ({command: makeInternal(service), effect: makeInternalEffect}),
		judge: judgeSensitive,
	},
	{
		id: 'service-internal-annotation-not-effective',
		kind: 'service',
		title: 'Annotation that should make a load balancer internal has no effect',
		severity: 'medium',
		why: 'The team believes that the Service is internal, and a slip of the pen has put it on the internet.',
		decidedBy: `\`${internalPath}\` and look-alikes of it, \`${addressPath}\` (core/v1 Service)`,
		references: {mcsb: ['NS-1']},
		fix: service => ({command: makeInternal(service), effect: makeInternalEffect}),
		judge: judgeInternal,
	},
	{
		id: 'service-exposure-inferred-from-node-rg',
		kind: 'service',
		title: 'Azure shows a Service on the internet',
		severity: 'info',
		why: 'Without a look inside, the public addresses and load balancer rules of the node resource group tell which Services are exposed.',
		decidedBy: 'tag `k8s-azure-service` of public addresses, rules of the load balancer and of the network security group in the node resource group (Microsoft.Network)',
		references: {},
		fix: service => ({
			command: kubectlService('get', service, '--output yaml'),
			effect: `Shows the Service; nothing is changed. Then restrict it by spec.loadBalancerSourceRanges, or make it internal by ${internalKey}.`,
		}),
		judge: judgeInferred,
	},
];
