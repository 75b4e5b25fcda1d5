import {AzureDeveloperCliCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import type {SignInContext} from './sign-in-context.js';

export const openAzureDeveloperCli = ({tenant}: SignInContext): TokenCredential =>
	new AzureDeveloperCliCredential({tenantId: tenant, processTimeoutInMs: 20_000});
