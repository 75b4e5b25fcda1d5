import {ingressNginx} from '../../../data/component-retirement.js';
import type {Cluster} from '../../../model/cluster.js';
import {isUnknown} from '../../../model/known.js';
import {daysLeft} from '../../calendar.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {aksCommand} from '../../commands.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';

const routingPath = 'properties.ingressProfile.webAppRouting.enabled';
const nginxPath = 'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType';
const gatewayPath = 'properties.ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode';

const withNginx = new Set<string | undefined>([undefined, 'AnnotationControlled', 'External', 'Internal']);

const judgeManaged = ({nginxControllerType: type, gatewayApiIstio: gateway}: Cluster, now: number): Outcome => {
	if (isUnknown(type)) {
		return unknownBecause(type.reason);
	}

	if (withNginx.has(type)) {
		const {end = ''} = ingressNginx;
		const ends = daysLeft(end, now) < 0 ? 'ended' : 'end';
		return fail([seen(routingPath, true), seen(nginxPath, type)], {detail: `ingress-nginx itself ended in March 2026; Microsoft's fixes for the managed one ${ends} on ${end}.`});
	}

	if (type !== 'None') {
		return unfamiliar(nginxPath, type);
	}

	if (isUnknown(gateway)) {
		return unknownBecause(gateway.reason);
	}

	return gateway === 'Enabled'
		? pass(seen(nginxPath, type), seen(gatewayPath, gateway))
		: unknownBecause('the type None makes no NGINX controller, but removes none either, and which ones run stands in the cluster\'s own API');
};

const judgeIngress = (cluster: Cluster, {now}: JudgeContext): Outcome => {
	const {webAppRouting, httpApplicationRouting} = cluster;
	if (isUnknown(webAppRouting)) {
		return unknownBecause(webAppRouting.reason);
	}

	if (webAppRouting) {
		return judgeManaged(cluster, now);
	}

	// The older add-on is ingress-nginx too, and has a check of its own that is more severe.
	return httpApplicationRouting === true
		? notApplicable(seen('properties.addonProfiles.httpApplicationRouting.enabled', true))
		: unknownBecause('application routing is off, and whether somebody runs ingress-nginx in the cluster stands in its own API');
};

export const ingressChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-ingress-nginx-retired',
		kind: 'cluster',
		title: 'Traffic comes in through the retired ingress-nginx',
		severity: 'medium',
		why: 'A proxy that faces the internet and gets no more fixes is a straight way in.',
		decidedBy: `${routingPath}, ${nginxPath} and ${gatewayPath} (Resource Graph); a controller of one's own stands in the cluster's API`,
		references: {},
		fix: cluster => ({
			command: aksCommand('approuting update', cluster, '--nginx None'),
			effect: 'Move the routes to the Gateway API first: then no default controller is made any more, and the one that is there goes when its NginxIngressController is deleted.',
		}),
		judge: judgeIngress,
	},
];
