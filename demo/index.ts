import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient} from '@azure/core-rest-pipeline';
import type {Cloud} from '../source/azure/cloud.js';
import {ordinaryFleet} from './fleet/ordinary.js';
import {scaleFleet} from './fleet/scale.js';
import {createTransport} from './transport/transport.js';

export {resolveDemoName} from './resolve-name.js';

export type DemoOptions = {
	/**
	A whole number; the same seed and the same clock give the same bytes.
	*/
	readonly seed: number;
	/**
	Clusters of a fleet for measuring; absent: the ordinary fleet.
	*/
	readonly size?: number;
	/**
	Milliseconds since 1970. Every date in the fleet is counted from the first call.
	*/
	readonly now: () => number;
	/**
	Whether things happen in the fleet as time goes on.
	*/
	readonly story: boolean;
};

/**
The in-process transport of `--demo`, to be given to the SDK clients as `httpClient`. Throws `RangeError` for a size
that is not a whole number of at least one.
*/
export const createDemoTransport = ({seed, size, now, story}: DemoOptions): HttpClient => {
	if (size !== undefined && (!Number.isSafeInteger(size) || size < 1)) {
		throw new RangeError(`A demo fleet has a whole number of clusters, at least 1, not ${size}.`);
	}

	const base = now();
	return createTransport(size === undefined ? ordinaryFleet(seed, base) : scaleFleet(seed, base, size), {now, story});
};

/**
A credential whose token is a plain word: the demo's transport does not look at it, and no other transport accepts it.
*/
export const createDemoCredential = (): TokenCredential => ({
	getToken: async () => ({token: 'demo', expiresOnTimestamp: Number.MAX_SAFE_INTEGER}),
});

/**
Names of `.example` (RFC 2606) cannot be reached even by accident.
*/
export const demoCloud: Cloud = {
	name: 'demo',
	resourceManager: 'https://management.demo.example',
	authorityHost: 'https://login.demo.example',
	audiences: {resourceManager: 'https://management.demo.example'},
	portal: 'https://portal.azure.com',
	microsoftGraph: 'https://graph.demo.example',
	disableInstanceDiscovery: true,
	certificateAuthority: undefined,
};
