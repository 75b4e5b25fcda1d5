import type {Branch} from '../../azure/read/branch.js';
import {intern} from '../../azure/read/intern.js';
import type {ClusterService} from '../../model/cluster-service.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {looksInternal} from './looks-internal.js';

const prefix = 'service.beta.kubernetes.io/';

const internal = 'azure-load-balancer-internal';

/**
More than the rules of a network security group take.
*/
const longestList = 8192;

const none: readonly string[] = Object.freeze([]);

/**
A list in one text, as the cloud provider takes it apart. What is cut off might let everybody in.
*/
const split = (annotations: Branch, name: string): Fact<readonly string[]> => {
	const text = annotations.text(`${prefix}${name}`, longestList);
	if (text === undefined || isUnknown(text)) {
		return text ?? none;
	}

	const sent = annotations.raw(`${prefix}${name}`);
	if (typeof sent === 'string' && sent.length > longestList) {
		return unknown('malformed', `the annotation ${name} has ${sent.length} characters, more than rules can hold`);
	}

	const parts = text.split(',').map(part => part.trim()).filter(part => part !== '').map(part => intern(part));
	return parts.length === 0 ? none : parts;
};

const both = (first: Fact<readonly string[]>, second: Fact<readonly string[]>): Fact<readonly string[]> => {
	if (isUnknown(first) || isUnknown(second)) {
		return isUnknown(first) ? first : second;
	}

	return second.length === 0 ? first : [...first, ...second];
};

type FromAnnotations = Pick<
	ClusterService,
	'allowedIpRanges' | 'allowedServiceTags' | 'internalAnnotation' | 'misspelt' | 'internalSubnet' | 'dnsLabel' | 'publicIpName' | 'additionalPublicIps' | 'isWithoutRules' | 'hasPrivateLink'
>;

const switched = (annotations: Branch, name: string): Fact<boolean> => {
	const text = annotations.word(`${prefix}${name}`);
	return isUnknown(text) ? text : text?.toLowerCase() === 'true';
};

/**
Reads the annotations with which a Service tells Azure's cloud provider how to open it.
Source: kubernetes-sigs/cloud-provider-azure pkg/consts/consts.go, pkg/provider/loadbalancer/configuration.go.
*/
export const readServiceAnnotations = (annotations: Branch): FromAnnotations => {
	const misspelt = annotations.names().filter(name => looksInternal(annotations, name)).slice(0, 10);
	return {
		internalAnnotation: annotations.word(`${prefix}${internal}`),
		misspelt: misspelt.length === 0 ? none : misspelt.map(name => intern(name)),
		internalSubnet: annotations.word(`${prefix}${internal}-subnet`),
		allowedIpRanges: both(split(annotations, 'azure-allowed-ip-ranges'), split(annotations, 'load-balancer-source-ranges')),
		allowedServiceTags: split(annotations, 'azure-allowed-service-tags'),
		dnsLabel: annotations.text(`${prefix}azure-dns-label-name`),
		publicIpName: annotations.text(`${prefix}azure-pip-name`),
		additionalPublicIps: split(annotations, 'azure-additional-public-ips'),
		isWithoutRules: switched(annotations, 'azure-disable-load-balancer-nsg-rule'),
		hasPrivateLink: switched(annotations, 'azure-pls-create'),
	};
};
