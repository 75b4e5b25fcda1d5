import {DeviceCodeCredential} from '@azure/identity';
import type {TokenCredential} from '@azure/core-auth';
import {sanitize} from '../../terminal/sanitize.js';
import {clientOptions} from './client-options.js';
import type {SignInContext} from './sign-in-context.js';

// RFC 8628 asks for `expires_in`; Entra's is 900 seconds.
const usualLifetime = 900;

export const openDeviceCode = (context: SignInContext): TokenCredential => {
	const credential = new DeviceCodeCredential({
		...clientOptions(context),
		tenantId: context.tenant ?? 'organizations',
		userPromptCallback(info) {
			// MSAL hands on its whole answer; the type of @azure/identity names less than there is.
			const lifetime = 'expiresIn' in info && typeof info.expiresIn === 'number' ? info.expiresIn : usualLifetime;
			context.onDeviceCode({
				url: sanitize(info.verificationUri, 200),
				code: sanitize(info.userCode, 40),
				expiresAt: Date.now() + (lifetime * 1000),
			});
		},
	});
	return {
		async getToken(scopes, options) {
			try {
				return await credential.getToken(scopes, options);
			} finally {
				context.onDeviceCode(undefined);
			}
		},
	};
};
