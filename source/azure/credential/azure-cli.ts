import {AzureCliCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import type {SignInContext} from './sign-in-context.js';

export const openAzureCli = ({tenant}: SignInContext): TokenCredential =>
	new AzureCliCredential({tenantId: tenant, processTimeoutInMs: 20_000});
