import type {SourceErrorDetail} from '../../model/source-error.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Answer} from './answer-error.js';

type Refused = Pick<SourceErrorDetail, 'cause' | 'reason' | 'remedy'>;

/**
Azure's sentence for an identity that lacks a right.
*/
const authorization = /with object id '(?<object>[^']+)'.*perform action '(?<action>[^']+)' over scope '(?<scope>[^']+)'/v;

/**
The role that grants the reads of crowsnest's list on a scope.
*/
const roleFor = (action: string): string => {
	const name = action.toLowerCase();
	if (name.endsWith('/listclusterusercredential/action')) {
		return 'Azure Kubernetes Service Cluster User Role';
	}

	if (name.endsWith('/runcommand/action') || name.endsWith('/commandresults/read')) {
		return 'Azure Kubernetes Service Contributor Role';
	}

	return name.startsWith('microsoft.security/') ? 'Security Reader' : 'Reader';
};

const subscriptionOf = (scope: string): string => /^\/subscriptions\/[^\/]+/iv.exec(scope)?.[0] ?? '/subscriptions/SUBSCRIPTION';

/**
401: the token is not taken. Recorded and documented codes: ExpiredAuthenticationToken, InvalidAuthenticationToken
(revoked, or asked for claims), InvalidAuthenticationTokenTenant, AuthenticationFailed.
*/
export const unauthenticated = ({header, words}: Answer): Refused => {
	const challenge = header('www-authenticate') ?? '';
	const tenant = /authorization_uri="https:\/\/[^"\/]+\/(?<tenant>[\da-f]{8}-[\d\-a-f]{27})/iv.exec(challenge)?.groups?.tenant;
	const login = tenant === undefined ? 'az login' : `az login --tenant ${tenant}`;
	if (words.code === 'InvalidAuthenticationTokenTenant') {
		return {cause: 'sign-in', reason: `The token is of another tenant${tenant === undefined ? '' : ` than ${tenant}, to which the subscription belongs`}.`, remedy: login};
	}

	if (words.code === 'ExpiredAuthenticationToken' || /expired/iv.test(challenge)) {
		return {cause: 'sign-in', reason: 'The sign-in has expired.', remedy: login};
	}

	if (/revoked/iv.test(`${words.message} ${challenge}`)) {
		return {cause: 'sign-in', reason: 'The sign-in was revoked.', remedy: login};
	}

	const isAskedAnew = challenge.includes('claims="');
	const reason = isAskedAnew
		? 'Azure asks to sign in anew, because something about the account, its place or its device has changed.'
		: `Azure does not take the sign-in${words.message === '' ? '.' : `: ${sanitize(words.message, 300)}`}`;
	return {cause: 'sign-in', reason, remedy: login};
};

/**
403: names the action and the scope, from Azure's own sentence or from the operation that was refused.
*/
export const forbidden = ({words, host, right, scope: asked}: Answer): Refused => {
	const {object, action = right, scope = asked} = authorization.exec(words.message)?.groups ?? {};
	if (words.isHtml || (words.code === '' && words.message === '')) {
		return {
			cause: 'denied',
			reason: `${host} answered 403 without a reason of Azure's${words.isHtml ? ', with a web page' : ''}.`,
			remedy: 'check whether a proxy or firewall stands in between',
		};
	}

	if (action === undefined || scope === undefined) {
		return {cause: 'denied', reason: `Azure does not allow it (403 ${words.code}): ${sanitize(words.message, 300)}`, remedy: undefined};
	}

	const assignee = object ?? 'OBJECT_ID';
	return {
		cause: 'denied',
		reason: `The identity lacks ${sanitize(action, 160)} on ${sanitize(scope, 300)}.`,
		remedy: `az role assignment create --assignee ${sanitize(assignee, 60)} --role "${roleFor(action)}" --scope ${sanitize(subscriptionOf(scope), 60)}`,
	};
};
