import {subscriptionDocument} from '../documents/subscription-document.js';
import {guidOf} from '../random.js';
import {
	authorizationFailed,
	invalidResourceType,
	ok,
	subscriptionNotFound,
	type Answer,
} from './answer.js';
import {clusterRoutes} from './cluster-routes.js';
import {entryRoutes} from './entry-routes.js';
import {groupRoutes} from './group-routes.js';
import {recordRoutes} from './record-routes.js';
import {registryRoutes} from './registry-routes.js';
import {rightsRoutes} from './rights-routes.js';
import type {Call, Route} from './route.js';
import {securityRoutes} from './security-routes.js';
import type {World} from './world.js';

const routes: readonly Route[] = [...clusterRoutes, ...entryRoutes, ...groupRoutes, ...recordRoutes, ...registryRoutes, ...rightsRoutes, ...securityRoutes];

const subscriptionPath = /^\/subscriptions\/(?<id>[^\/]+)(?:\/|$)/iv;

/**
Answers a request to Resource Manager. A subscription that may not be read answers 403 to everything below it, before
anything is looked up; what is not known answers 404 in Resource Manager's shape.
*/
export const answerResourceManager = (world: World, call: Call): Answer => {
	const {path} = call;
	if (/^\/subscriptions$/iv.test(path)) {
		return ok({
			value: world.subscriptions.map(subscription => subscriptionDocument(subscription, world.context)),
			count: {type: 'Total', value: world.subscriptions.length},
		});
	}

	const subscriptionId = subscriptionPath.exec(path)?.groups?.id;
	if (subscriptionId === undefined) {
		return invalidResourceType(path);
	}

	const subscription = world.subscription(subscriptionId);
	if (!subscription) {
		return subscriptionNotFound(subscriptionId);
	}

	const route = routes.find(({pattern, method = 'GET'}) => method === call.method && pattern.test(path));
	if (!subscription.isReadable) {
		return authorizationFailed(guidOf(world.context.seed, 'signed-in identity'), route?.action ?? 'Microsoft.Resources/subscriptions/read', `/subscriptions/${subscription.id}`);
	}

	if (/^\/subscriptions\/[^\/]+$/iv.test(path)) {
		return ok(subscriptionDocument(subscription, world.context));
	}

	return route ? route.answer(world, call, route.pattern.exec(path)!.groups ?? {}) : invalidResourceType(path);
};
