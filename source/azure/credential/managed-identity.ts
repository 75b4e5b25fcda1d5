import {ManagedIdentityCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import {clientOptions} from './client-options.js';
import type {SignInContext} from './sign-in-context.js';

export const openManagedIdentity = (context: SignInContext): TokenCredential => {
	// The metadata endpoint asks for more patience than Entra: an identity that was just assigned answers 404 at first.
	const options = {...clientOptions(context), retryOptions: {maxRetries: context.isOneOfMany ? 1 : 3, retryDelayInMs: 800}};
	const clientId = context.env.AZURE_CLIENT_ID ?? '';
	return new ManagedIdentityCredential({...options, ...(clientId !== '' && {clientId})});
};
