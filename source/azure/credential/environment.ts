import {ClientCertificateCredential, ClientSecretCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import {clientOptions} from './client-options.js';
import type {SignInContext} from './sign-in-context.js';

/**
A service principal from variables, by secret or by certificate. Made here rather than by `EnvironmentCredential`,
which reads the process's own environment and still takes a user name and password.
*/
export const openEnvironment = (context: SignInContext): TokenCredential => {
	const {env, tenant} = context;
	const tenantId = tenant ?? env.AZURE_TENANT_ID ?? '';
	const clientId = env.AZURE_CLIENT_ID ?? '';
	const secret = env.AZURE_CLIENT_SECRET ?? '';
	const options = clientOptions(context);
	if (secret !== '') {
		return new ClientSecretCredential(tenantId, clientId, secret, options);
	}

	return new ClientCertificateCredential(tenantId, clientId, {
		certificatePath: env.AZURE_CLIENT_CERTIFICATE_PATH ?? '',
		certificatePassword: env.AZURE_CLIENT_CERTIFICATE_PASSWORD,
	}, {...options, sendCertificateChain: ['1', 'true'].includes(env.AZURE_CLIENT_SEND_CERTIFICATE_CHAIN?.toLowerCase() ?? '')});
};
