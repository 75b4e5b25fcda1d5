import {WorkloadIdentityCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import {clientOptions} from './client-options.js';
import type {SignInContext} from './sign-in-context.js';

export const openWorkloadIdentity = (context: SignInContext): TokenCredential => new WorkloadIdentityCredential({
	...clientOptions(context),
	tenantId: context.tenant ?? context.env.AZURE_TENANT_ID,
	clientId: context.env.AZURE_CLIENT_ID,
	tokenFilePath: context.env.AZURE_FEDERATED_TOKEN_FILE,
});
