import type {TokenCredentialOptions} from '@azure/identity';
import type {SignInContext} from './sign-in-context.js';

/**
Options of every credential class that speaks with Entra itself.
*/
export const clientOptions = ({cloud, httpClient}: Pick<SignInContext, 'cloud' | 'httpClient'>): TokenCredentialOptions & {disableInstanceDiscovery: boolean} => ({
	authorityHost: cloud.authorityHost,
	disableInstanceDiscovery: cloud.disableInstanceDiscovery,
	httpClient,
	// A poll is tried again by its own schedule; long retries here would only keep a person waiting.
	retryOptions: {maxRetries: 1, retryDelayInMs: 500, maxRetryDelayInMs: 2000},
	// A redirect would carry a secret to an address that nobody has checked.
	redirectOptions: {maxRetries: 0},
	...(cloud.certificateAuthority !== undefined && {tlsOptions: {ca: cloud.certificateAuthority}}),
});
