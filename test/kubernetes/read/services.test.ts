import test from 'ava';
import {readService} from '../../../source/kubernetes/read/service.js';
import type {ClusterService} from '../../../source/model/cluster-service.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Json} from '../../support/azure-documents.js';
import {objectIn, owner} from '../../support/inside-documents.js';

const serviceOf = (name: string): ClusterService => readService(objectIn('services-list-composed', name), owner);

const annotated = (annotations: Json): ClusterService => readService({metadata: {name: 's', namespace: 'n', annotations}, spec: {type: 'LoadBalancer'}, status: {}}, owner);

test('a recorded Service says what it is', t => {
	const service = readService(objectIn('service-cluster-ip-recorded'), owner);
	t.is(service.key, `${owner.key}/namespaces/default/services/dictionary1`);
	t.is(service.type, 'ClusterIP');
	t.deepEqual(service.ports, [{
		name: 'http', protocol: 'TCP', port: 4001, targetPort: 'http', nodePort: undefined,
	}]);
	t.deepEqual(service.clusterIps, ['10.47.248.116']);
	t.deepEqual(service.selector, ['app=dictionary1']);
	t.deepEqual(service.addresses, []);
	t.false(service.isInferred);
});

test('annotations of the cloud provider are taken apart', t => {
	t.like(serviceOf('allowed'), {
		allowedIpRanges: ['198.51.100.0/24', '2001:db8::/32'], allowedServiceTags: ['AzureFrontDoor.Backend', 'AzureTrafficManager'],
	});
	t.like(serviceOf('internal'), {internalAnnotation: 'true', internalSubnet: 'snet-ilb', hasPrivateLink: true});
	t.like(serviceOf('frontend'), {dnsLabel: 'shop-frontend', publicIpName: 'pip-shop', internalAnnotation: undefined});
	t.deepEqual(serviceOf('dual').addresses, ['20.50.10.6', '2603:1020::6']);
	t.is(serviceOf('queue').externalName, 'shop.servicebus.windows.net');
	t.true(serviceOf('deleting').isDeleting);
	t.is(serviceOf('pending').loadBalancerClass, 'example.net/other');
	t.deepEqual(annotated({'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8'}).allowedIpRanges, ['10.0.0.0/8']);
});

test('annotations that look like the internal one are told, and its neighbours are not', t => {
	for (const name of [
		'service.beta.kubernetes.io/azure-loadbalancer-internal',
		'service.beta.kubernetes.io/azure-load-balancer-interal',
		'service.kubernetes.io/azure-load-balancer-internal',
		'service.beta.kubernetes.io/aws-load-balancer-internal',
		'service.beta.kubernetes.io/Azure-Load-Balancer-Internal',
	]) {
		t.deepEqual(annotated({[name]: 'true'}).misspelt, [name]);
	}

	t.deepEqual(annotated({'cloud.google.com/load-balancer-type': 'Internal'}).misspelt, ['cloud.google.com/load-balancer-type']);
	for (const name of ['internal', 'internal-subnet', 'mode', 'health-probe-interval', 'ipv4', 'tcp-idle-timeout']) {
		t.deepEqual(annotated({[`service.beta.kubernetes.io/azure-load-balancer-${name}`]: 'true'}).misspelt, [], `${name} is one of Azure's own`);
	}

	t.deepEqual(annotated({'app.kubernetes.io/name': 'internal'}).misspelt, []);
});

test('what is of a wrong type is unknown with its path, and what is cut off lets nobody guess', t => {
	const service = readService({
		metadata: {name: 's', namespace: 'n'}, spec: {
			type: 7, ports: [{port: 'http'}], loadBalancerSourceRanges: 'all', selector: 'app',
		},
	}, owner);
	t.true([service.type, service.ports, service.sourceRanges, service.addresses, service.selector].every(fact => isUnknown(fact)));
	t.like(service.type, {reason: '`spec.type` holds 7, not a text'});
	const many = annotated({'service.beta.kubernetes.io/azure-allowed-ip-ranges': `${'10.0.0.1, '.repeat(2000)}0.0.0.0/0`});
	t.true(isUnknown(many.allowedIpRanges));
	t.true(isUnknown(annotated({'service.beta.kubernetes.io/azure-load-balancer-internal': true}).internalAnnotation));
	const ports = Array.from({length: 5000}, () => ({port: 1}));
	t.true(isUnknown(readService({metadata: {name: 's'}, spec: {ports}}, owner).ports));
});
