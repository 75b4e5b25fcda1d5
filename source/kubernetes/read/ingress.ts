import type {Branch} from '../../azure/read/branch.js';
import {intern} from '../../azure/read/intern.js';
import {
	isUnknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {Route, RouteRule} from '../../model/route.js';
import {listOf} from './list-of.js';
import {readMetadata} from './metadata.js';
import {together} from './together.js';

/**
The Service of a backend, as `namespace/name`; the form before networking.k8s.io/v1 is still found in copies.
*/
const serviceOf = (backend: Branch, namespace: string): Fact<string | undefined> => {
	const name = backend.child('service').word('name') ?? backend.word('serviceName');
	return typeof name === 'string' ? intern(`${namespace}/${name}`) : name;
};

type Certificates = {readonly hosts: readonly string[]; readonly isForAll: boolean};

/**
The hosts that a certificate is named for; an entry without hosts counts for all of them.
*/
const certificatesOf = (spec: Branch, annotations: Branch): Fact<Certificates> => {
	const entries = listOf(spec, 'tls', entry => entry.texts('hosts') ?? []);
	if (isUnknown(entries)) {
		return entries;
	}

	const hosts = (entries ?? []).flat();
	// The application gateway may hold the certificate itself.
	const isNamed = annotations.raw('appgw.ingress.kubernetes.io/appgw-ssl-certificate') !== undefined;
	return {hosts, isForAll: isNamed || (entries ?? []).some(list => list.length === 0)};
};

const covers = (pattern: string, host: string): boolean =>
	pattern === host || (pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1));

const hasTls = (certificates: Fact<Certificates>, host: string | undefined): Fact<boolean> =>
	(isUnknown(certificates) ? certificates : certificates.isForAll || (host !== undefined && certificates.hosts.some(pattern => covers(pattern, host))));

const servicesOf = (rule: Branch, namespace: string): Fact<readonly string[]> => {
	const services = listOf(rule.child('http'), 'paths', path => {
		const service = serviceOf(path.child('backend'), namespace);
		// A path may lead to something that is no Service.
		return service ?? '';
	});
	return isUnknown(services) ? services : [...new Set((services ?? []).filter(service => service !== ''))];
};

const rulesOf = (spec: Branch, annotations: Branch, namespace: string): Fact<readonly RouteRule[]> => {
	const certificates = certificatesOf(spec, annotations);
	const rules = listOf(spec, 'rules', (rule): Fact<RouteRule> => {
		const facts = together<[string | undefined, readonly string[]]>(rule.word('host'), servicesOf(rule, namespace));
		if (isUnknown(facts)) {
			return facts;
		}

		const [sent, services] = facts;
		const host = sent === '' ? undefined : sent;
		return {host, hasTls: hasTls(certificates, host), services};
	});
	const facts = together<[readonly RouteRule[] | undefined, string | undefined]>(rules, serviceOf(spec.child('defaultBackend'), namespace));
	if (isUnknown(facts)) {
		return facts;
	}

	const [ofHosts = [], fallback] = facts;
	return fallback === undefined ? ofHosts : [...ofHosts, {host: undefined, hasTls: hasTls(certificates, undefined), services: [fallback]}];
};

/**
Ranges that ingress-nginx, and application routing which is built of it, lets in; another controller does not know the annotation.
*/
const allowedRanges = (annotations: Branch, through: Fact<string | undefined>): readonly string[] => {
	const isNginx = typeof through === 'string' && /nginx|webapprouting/v.test(through);
	const names = ['nginx.ingress.kubernetes.io/whitelist-source-range', 'nginx.ingress.kubernetes.io/allowlist-source-range'];
	const text = isNginx ? names.map(name => valueOf(annotations.text(name))).find(value => value !== undefined) : undefined;
	return text === undefined || text.endsWith('…') ? [] : text.split(',').map(part => intern(part.trim())).filter(part => part !== '');
};

/**
Maps an Ingress. Never throws.
Source: Kubernetes networking.k8s.io/v1 Ingress.
*/
export const readIngress = (document: unknown): Route => {
	const {root, name, namespace, annotations} = readMetadata(document);
	const spec = root.required('spec');
	const through = spec.word('ingressClassName') ?? annotations.word('kubernetes.io/ingress.class');
	const addresses = listOf(root.child('status').child('loadBalancer'), 'ingress', element => {
		const address = element.text('ip', 64);
		return typeof address === 'string' && address !== '' ? address : element.text('hostname', 253);
	});
	return {
		kind: 'Ingress',
		namespace,
		name,
		through: isUnknown(through) ? through : (through === undefined ? [] : [through]),
		rules: rulesOf(spec, annotations, namespace),
		addresses: isUnknown(addresses) ? addresses : addresses ?? [],
		allowedRanges: allowedRanges(annotations, through),
	};
};
