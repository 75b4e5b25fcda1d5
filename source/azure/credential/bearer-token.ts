import {Buffer} from 'node:buffer';
import type {AccessToken, TokenCredential} from '@azure/core-auth';
import {sanitize} from '../../terminal/sanitize.js';
import type {Cloud} from '../cloud.js';

/**
The application id of Azure Resource Manager ("Windows Azure Service Management API"), which some tokens carry as audience.
*/
const resourceManagerId = '797f4846-ba00-4fd7-ba43-dac1f8f63013';

/**
Audiences of the classic service management API, which Resource Manager takes as well: `az account get-access-token`
without a resource asks for these. Source: `az cloud show`, endpoints.management.
*/
const classicAudiences: Readonly<Record<string, string>> = {
	'https://management.azure.com': 'https://management.core.windows.net',
	'https://management.usgovcloudapi.net': 'https://management.core.usgovcloudapi.net',
	'https://management.chinacloudapi.cn': 'https://management.core.chinacloudapi.cn',
};

const withoutSlash = (text: string): string => text.replace(/\/{1,4}$/v, '').toLowerCase();

type Claims = {readonly exp: number; readonly aud: readonly string[]};

/**
Reads the claims of a JWT without verifying it: only whoever made it for can do that.
*/
const readClaims = (token: string): Claims | undefined => {
	const parts = token.split('.');
	if (parts.length !== 3) {
		return undefined;
	}

	try {
		const claims: unknown = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString('utf8'));
		const {exp, aud} = typeof claims === 'object' && claims !== null ? claims as Readonly<Record<string, unknown>> : {};
		const audiences = [aud].flat().filter(audience => typeof audience === 'string');
		return typeof exp === 'number' && audiences.length > 0 ? {exp, aud: audiences} : undefined;
	} catch {
		return undefined;
	}
};

const wantedAudiences = (scope: string, cloud: Cloud): readonly string[] => {
	const resource = withoutSlash(scope.replace(/\/\.default$/v, ''));
	return resource === withoutSlash(cloud.audiences.resourceManager)
		? [resource, resourceManagerId, classicAudiences[resource] ?? resource]
		: [resource];
};

/**
Why a bearer token cannot serve, in words without a subject ("has expired ..."); `undefined` where it can.
*/
export const tokenProblem = (token: string, scope: string, cloud: Cloud, now: number): string | undefined => {
	const claims = readClaims(token);
	if (claims === undefined) {
		return 'is not a token of Entra (a JWT)';
	}

	if (claims.exp * 1000 <= now) {
		const date = new Date(claims.exp * 1000);
		return `has expired${Number.isNaN(date.getTime()) ? '' : ` at ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`}`;
	}

	const wanted = wantedAudiences(scope, cloud);
	const [audience = 'nothing'] = claims.aud;
	return claims.aud.some(one => wanted.includes(withoutSlash(one)))
		? undefined
		: `is meant for ${sanitize(audience, 80)}, not for ${wanted[0]!}`;
};

/**
A token that a person has fetched. It cannot be renewed: each call judges it again.
*/
export const openBearerToken = (token: string, cloud: Cloud): TokenCredential => ({
	async getToken(scopes): Promise<AccessToken> {
		const scope = [scopes].flat()[0] ?? '';
		const problem = tokenProblem(token, scope, cloud, Date.now());
		if (problem !== undefined) {
			throw new Error(problem);
		}

		return {token, expiresOnTimestamp: readClaims(token)!.exp * 1000, tokenType: 'Bearer'};
	},
});
