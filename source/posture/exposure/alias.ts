import {isIP} from 'node:net';
import type {ClusterService} from '../../model/cluster-service.js';
import {isUnknown} from '../../model/known.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	nothingFound,
	origin,
	type Findings,
} from './way.js';

/**
A name of another Service: `orders.shop`, `orders.shop.svc`, with the cluster's domain behind.
*/
const innerName = /^(?<name>[^.]+)\.(?<namespace>[^.]+)\.svc(?:\.cluster\.local)?\.?$/v;

/**
Names of Azure that somebody else can take as soon as they are free.
Source: Microsoft, prevent dangling DNS entries and avoid subdomain takeover.
*/
const takeable = /\.(?:azurewebsites\.net|azurecontainer\.io|cloudapp\.azure\.com|cloudapp\.net|trafficmanager\.net|azureedge\.net|azurefd\.net|blob\.core\.windows\.net|azure-api\.net|azurehdinsight\.net|search\.windows\.net|azurecr\.io|redis\.cache\.windows\.net|database\.windows\.net|servicebus\.windows\.net)\.?$/iv;

/**
A Service that is a name for something else: another Service, or something outside that may be gone.
Source: Kubernetes, Service type ExternalName.

@param exists Whether a Service is there, by `namespace/name`.
*/
export const aliasFindings = (service: ClusterService, {nameState}: Surroundings, exists: (name: string) => boolean): Findings => {
	const {externalName} = service;
	if (externalName === undefined || isUnknown(externalName)) {
		const gaps = isUnknown(externalName) ? gapOf('what it stands for cannot be read', externalName) : ['it stands for no name'];
		return {...nothingFound, gaps};
	}

	const because = [{path: 'spec.externalName', value: externalName}];
	const {name = '', namespace = ''} = innerName.exec(externalName)?.groups ?? {};
	if (name !== '') {
		const target = `${namespace}/${name}`;
		return {
			ways: [{
				who: 'cluster', ranges: [], ports: [], hops: [origin('cluster', [])], because,
			}],
			because: [],
			troubles: exists(target) ? [] : [`it stands for the Service ${target}, which is not there`],
			gaps: [],
		};
	}

	const state = nameState(externalName);
	const isGone = state === 'gone';
	const taken = takeable.test(externalName) ? ': somebody else can take that name' : '';
	return {
		ways: [{
			who: 'alias', ranges: [], ports: [], hops: [origin('cluster', [])], because,
		}],
		because: [],
		troubles: [
			...(isGone ? [`${externalName} leads nowhere${taken}`] : []),
			...(isIP(externalName) === 0 ? [] : [`${externalName} is an address, where a name has to stand`]),
		],
		gaps: state === undefined ? [`whether ${externalName} still leads anywhere was not looked up`] : [],
	};
};
