import type {ContainerRegistryClient} from '@azure/container-registry';
import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient} from '@azure/core-rest-pipeline';
import {SourceError} from '../../model/source-error.js';
import type {Cloud} from '../cloud.js';
import type {Exchange} from '../exchange.js';
import type {Pacer} from '../pacer.js';
import {createReadingTransport, type ReadingOptions} from '../reading-transport.js';
import {guardRegistry, isSignIn} from './guard-registry.js';

/**
What registries of the public cloud take tokens of, also where they refuse those of Resource Manager
(policies.azureADAuthenticationAsArmPolicy). Source: the default audience of the SDK's client.
*/
const publicAudience = 'https://containerregistry.azure.net';

/**
What the client needs of an answer: that there is a list. The documents themselves take no part.
*/
const slimText = '{"repositories":[],"manifests":[]}';

const slim = (_body: unknown, exchange: Exchange, url: string): string => {
	if (exchange.nextLinks.has(url)) {
		throw new SourceError({
			cause: 'malformed', reason: 'A list of the registry goes on where it was before, for ever.', remedy: undefined, retryAt: undefined,
		});
	}

	exchange.nextLinks.add(url);
	return slimText;
};

export type RegistryClientInput = {
	readonly cloud: Cloud;
	readonly credential: TokenCredential;
	readonly transport: HttpClient;
	readonly loginServer: string;
	readonly userAgent: string;
	readonly pacer: Pacer;
	readonly reading: Pick<ReadingOptions, 'deadline' | 'retryDelays' | 'unsaidWaits'>;
};

/**
The SDK's client of one registry, over a transport that is guarded. It exchanges Entra's token for one of the registry by
itself, at the registry.
*/
export const createRegistryClient = async ({cloud, credential, transport, loginServer, userAgent, pacer, reading}: RegistryClientInput): Promise<ContainerRegistryClient> => {
	const {ContainerRegistryClient: Client} = await import('@azure/container-registry');
	return new Client(`https://${loginServer}`, credential, {
		httpClient: createReadingTransport(guardRegistry(transport, loginServer), {
			...reading, cloud, pacer, lane: loginServer, slim, isToken: isSignIn,
		}),
		audience: cloud.name === 'us-government' || cloud.name === 'china' ? cloud.audiences.resourceManager : publicAudience,
		userAgentOptions: {userAgentPrefix: userAgent},
		retryOptions: {maxRetries: 0},
		// A redirect would carry the token to an address that nobody has checked.
		redirectOptions: {maxRetries: 0, allowCrossOriginRedirects: false},
	});
};
