import type {ClusterService, ServicePort} from '../../model/cluster-service.js';
import {isUnknown, valueOf} from '../../model/known.js';
import {letIn, type LetIn} from './inbound.js';
import {ledPortFindings} from './led-ports.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	mergeFindings,
	nothingFound,
	origin,
	type Findings,
	type Way,
} from './way.js';

const isHostPort = (hostPorts: readonly string[], protocol: string, port: number): boolean => hostPorts.some(range => {
	const [span = '', own = 'TCP'] = range.split('/', 2);
	const [first, last = first] = span.split('-', 2);
	return own.toUpperCase() === protocol.toUpperCase() && Number(first) <= port && port <= Number(last);
});

/**
Who outside reaches a port of the nodes that have addresses there.
*/
const outside = ({outerNodes, groups}: Surroundings, protocol: string, port: number): LetIn | undefined => {
	if (isHostPort(outerNodes.hostPorts, protocol, port)) {
		return {who: 'internet', ranges: [], rules: ['allowedHostPorts']};
	}

	const all = (valueOf(groups) ?? []).map(rules => letIn(rules, {
		protocol, port, addresses: outerNodes.addresses, isInNetwork: true,
	})).filter(found => found !== undefined);
	return all.find(({who}) => who === 'internet') ?? all[0];
};

const nodesLabel = (names: readonly string[]): string => (names.length > 2 ? `${names.length} nodes` : names.join(', '));

const outerWay = (surroundings: Surroundings, protocol: string, nodePort: number): Way | undefined => {
	const found = outside(surroundings, protocol, nodePort);
	return found && {
		who: found.who,
		ranges: found.ranges,
		ports: [`${protocol}/${nodePort}`],
		hops: [origin(found.who, found.ranges), {what: 'nodes with public addresses', name: nodesLabel(surroundings.outerNodes.names)}, {what: 'node port', name: `${protocol}/${nodePort}`}],
		because: [
			{path: 'spec.ports[].nodePort', value: String(nodePort)},
			{path: found.rules[0] === 'allowedHostPorts' ? 'networkProfile.allowedHostPorts' : 'properties.securityRules', value: found.rules.join(', ')},
		],
	};
};

type Open = Pick<ServicePort, 'protocol'> & {readonly nodePort: number};

const openPorts = ({ports}: ClusterService): readonly Open[] =>
	(valueOf(ports) ?? []).flatMap(({protocol, nodePort}) => (nodePort === undefined || nodePort === 0 ? [] : [{protocol, nodePort}]));

/**
A node port is open on every node: to the network, and to the outside where nodes have public addresses and the network security group
lets it in. Load balancers open node ports, too.
Source: Kubernetes, Service type NodePort; AKS, node public IP.
*/
export const nodePortFindings = (service: ClusterService, surroundings: Surroundings): Findings => {
	const open = openPorts(service);
	if (open.length === 0) {
		return nothingFound;
	}

	const {outerNodes, groups} = surroundings;
	const labels = open.map(({protocol, nodePort}) => `${protocol}/${nodePort}`);
	const inner: Way = {
		who: 'network',
		ranges: [],
		ports: labels,
		hops: [origin('network', []), {what: 'node port', name: labels.join(', ')}],
		because: [{path: 'spec.ports[].nodePort', value: open.map(({nodePort}) => nodePort).join(', ')}],
	};
	const outer = outerNodes.names.length === 0 ? [] : open.map(({protocol, nodePort}) => outerWay(surroundings, protocol, nodePort)).filter(way => way !== undefined);
	const isDecided = outer.some(({who}) => who === 'internet') || outerNodes.names.length === 0;
	const nodes: Findings = {
		ways: [...outer, inner],
		because: [],
		troubles: [],
		gaps: [...outerNodes.gaps, ...(isDecided || !isUnknown(groups) ? [] : gapOf('what is let in to the nodes that have public addresses was not read', groups))],
	};
	return mergeFindings(nodes, ledPortFindings(service, open, surroundings));
};
