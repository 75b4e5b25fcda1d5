import {isUnknown, type Fact, type Unknown} from '../model/known.js';
import type {Route} from '../model/route.js';
import type {KubernetesReader} from './kubernetes-reader.js';
import {readFacts} from './read-list.js';
import {readGateway, type Gateway} from './read/gateway.js';
import {readHttpRoute} from './read/http-route.js';
import {readIngress} from './read/ingress.js';

/**
Stands for routes of a kind that could not be read, so that what the other kind tells is shown all the same and nobody takes it for everything.
*/
const unread = (kind: Route['kind'], reason: Unknown): Route => ({
	kind, namespace: '', name: '(not read)', through: reason, rules: reason, addresses: reason, allowedRanges: [],
});

/**
Reads what leads requests from outside to Services: Ingresses, and Gateways with their HTTPRoutes where the cluster has them.
Unknown only where nothing of it could be read.
*/
export const readRoutes = async (reader: KubernetesReader, signal: AbortSignal): Promise<Fact<readonly Route[]>> => {
	const [ingresses, gatewayList] = await Promise.all([
		readFacts(reader, 'ingresses', signal, document => readIngress(document)),
		readFacts(reader, 'gateways', signal, document => readGateway(document)),
	]);
	const gateways: Fact<ReadonlyMap<string, Gateway>> = isUnknown(gatewayList) ? gatewayList : new Map(gatewayList.map(gateway => [gateway.id, gateway]));
	const httpRoutes = await readFacts(reader, 'httpRoutes', signal, document => readHttpRoute(document, gateways));
	if (isUnknown(ingresses) && isUnknown(httpRoutes)) {
		return ingresses;
	}

	return [
		...isUnknown(ingresses) ? [unread('Ingress', ingresses)] : ingresses,
		...isUnknown(httpRoutes) ? [unread('HTTPRoute', httpRoutes)] : httpRoutes,
	];
};
