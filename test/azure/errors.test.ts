import {readdirSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {createHttpHeaders, createPipelineRequest, RestError} from '@azure/core-rest-pipeline';
import {toSourceError} from '../../source/azure/errors.js';
import {explainAnswer} from '../../source/azure/errors/answer-error.js';
import {quotaResetsAfter, retryAfter, type HeaderOf} from '../../source/azure/errors/retry-after.js';
import {ForbiddenRequestError} from '../../source/azure/guard.js';
import {SourceError, type SourceErrorDetail} from '../../source/model/source-error.js';
import {loadDocument} from '../support/azure-server/fleet.js';

type Recorded = {readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown};

const now = Date.parse('2026-08-24T10:15:30Z');
const id = '00000000-0000-0000-0000-0000000000a1';
const clusters = `/subscriptions/${id}/providers/Microsoft.ContainerService/managedClusters`;
const asked = {host: 'management.azure.com', right: 'Microsoft.ContainerService/managedClusters/read', scope: clusters};

const headersOf = (headers: Readonly<Record<string, string>>): HeaderOf => name => headers[name];

const explain = (path: string): SourceErrorDetail => {
	const {status, headers, body} = loadDocument(path) as Recorded;
	return explainAnswer({status, header: headersOf(headers), body: typeof body === 'string' ? body : JSON.stringify(body)}, asked, now);
};

const expected: Readonly<Record<string, readonly [cause: SourceErrorDetail['cause'], reason: RegExp, remedy?: RegExp]>> = {
	'400-aks-local-accounts-disabled-composed.json': ['malformed', /Getting static credential is not allowed/v],
	'400-aks-run-command-blocked-by-policy-composed.json': ['malformed', /RunCommandBlockedByAzurePolicy/v],
	'401-authentication-failed-missing-header-composed.json': ['sign-in', /does not take the sign-in/v, /^az login/v],
	'401-continuous-access-evaluation-composed.json': ['sign-in', /sign in anew/v, /^az login$/v],
	'401-expired-authentication-token-composed.json': ['sign-in', /^The sign-in has expired\.$/v, /^az login --tenant 00000000/v],
	'401-session-revoked-composed.json': ['sign-in', /^The sign-in was revoked\.$/v, /^az login$/v],
	'403-authorization-failed-list-composed.json': ['denied', /lacks Microsoft\.ContainerService\/managedClusters\/listClusterUserCredential\/action on \/subscriptions\//v, /^az role assignment create --assignee 00000000-\S+ --role "Azure Kubernetes Service Cluster User Role" --scope \/subscriptions\/[\d\-a-f]+$/v],
	'403-linked-authorization-failed-composed.json': ['denied', /./v],
	'404-invalid-resource-namespace-composed.json': ['not-found', /does not offer it/v],
	'404-invalid-resource-type-composed.json': ['not-found', /does not offer it/v],
	'404-subscription-not-found-composed.json': ['not-found', /^There is no subscription [\d\-a-f]{36} that this identity can see\.$/v, /az account list/v],
	'409-missing-subscription-registration-composed.json': ['not-found', /does not use this service/v],
	'429-resource-requests-throttled-composed.json': ['throttled', /asks to slow down/v],
	'429-subscription-requests-throttled-composed.json': ['throttled', /asks to slow down/v],
	'429-too-many-requests-without-retry-after-composed.json': ['throttled', /asks to slow down/v],
	'recorded-400-aks-bad-request-flat.json': ['malformed', /Gateway API installation requires/v],
	'recorded-400-aks-invalid-parameter-flat.json': ['malformed', /InvalidParameter/v],
	'recorded-401-key-vault-challenge.json': ['sign-in', /AKV10000/v],
	'recorded-403-authorization-failed.json': ['denied', /lacks Microsoft\.Authorization\/roleAssignments\/write/v, /az role assignment create/v],
	'recorded-403-graph-request-denied.json': ['denied', /lacks Microsoft\.ContainerService\/managedClusters\/read on/v],
	'recorded-404-aks-not-found-flat.json': ['not-found', /The entity was not found/v],
	'recorded-404-container-group-not-found.json': ['not-found', /ContainerGroupNotFound/v],
	'recorded-404-empty-body.json': ['not-found', /not there any more/v],
	'recorded-404-invalid-resource-type.json': ['not-found', /does not offer it/v],
	'recorded-404-resource-group-not-found.json': ['not-found', /could not be found/v],
	'recorded-404-resource-not-found.json': ['not-found', /was not found/v],
	'recorded-409-conflict.json': ['unreachable', /busy/v],
	'recorded-409-role-assignment-exists.json': ['unreachable', /busy/v],
	'recorded-429-failed-identity-operation.json': ['throttled', /FailedIdentityOperation/v],
	'recorded-429-retryable-error.json': ['throttled', /RetryableError/v],
	'recorded-500-aks-flat.json': ['unreachable', /out of order \(500 GetVnetError: Get virtual network failed/v],
	'recorded-502-bad-gateway-connection.json': ['unreachable', /BadGatewayConnection/v],
	'recorded-503-html-body.json': ['unreachable', /^management\.azure\.com is out of order \(503, a web page in place of an answer\)\.$/v],
	'recorded-504-gateway-timeout.json': ['unreachable', /GatewayTimeout/v],
};

const errorFiles = readdirSync(new URL('../documents/errors/', import.meta.url)).filter(file => file !== 'generic-error-composed.json');

test('every recorded error is expected here', t => {
	t.deepEqual(errorFiles.toSorted(), Object.keys(expected).toSorted());
});

for (const [file, [cause, reason, remedy]] of Object.entries(expected)) {
	test(`${file} becomes one sentence and a way out`, t => {
		const detail = explain(`errors/${file}`);
		t.is(detail.cause, cause);
		t.regex(detail.reason, reason);
		t.regex(detail.remedy ?? '', remedy ?? /^|$/v);
		t.notRegex(detail.reason, /\n/v);
	});
}

test('Resource Graph keeps its reasons in the details', t => {
	t.like(explain('resource-graph/error-400-no-valid-subscriptions-composed.json'), {cause: 'denied'});
	t.regex(explain('resource-graph/error-400-invalid-query-unknown-function.json').reason, /UnknownFunction: Unknown function: 'cout'/v);
	t.regex(explain('resource-graph/error-400-invalid-query-parser-failure.json').reason, /ParserFailure/v);
	t.regex(explain('resource-graph/error-400-response-payload-too-large-composed.json').reason, /ResponsePayloadTooLarge/v);
	t.like(explain('resource-graph/error-400-subscriptions-contain-invalid-guids.json'), {cause: 'not-found'});
	t.regex(explain('resource-graph/error-400-too-many-subscriptions-under-scope.json').remedy ?? '', /--management-group/v);
	t.regex(explain('resource-graph/error-403-authorization-failed-composed.json').reason, /lacks Microsoft\.ResourceGraph\/resources\/read/v);
	const limited = explain('resource-graph/error-429-rate-limiting.json');
	t.is(limited.retryAt, now + 5000, 'the longer of Retry-After and the quota');
});

test('Defender asks for its own reader role', t => {
	const body = JSON.stringify({error: {code: 'AuthorizationFailed', message: `The client 'x' with object id '${id}' does not have authorization to perform action 'Microsoft.Security/pricings/read' over scope '/subscriptions/${id}' or the scope is invalid.`}});
	const {remedy} = explainAnswer({status: 403, header: headersOf({}), body}, asked, now);
	t.is(remedy, `az role assignment create --assignee ${id} --role "Security Reader" --scope /subscriptions/${id}`);
});

test('a 403 that is not Azure\'s is not taken for a missing right', t => {
	for (const body of ['<html>blocked by proxy</html>', '']) {
		const {reason, remedy} = explainAnswer({status: 403, header: headersOf({}), body}, asked, now);
		t.regex(reason, /without a reason of Azure's/v);
		t.regex(remedy ?? '', /proxy or firewall/v);
	}
});

test('Retry-After comes in seconds, as a date, and as a clock', t => {
	t.is(retryAfter(headersOf({'retry-after': '17'}), now), 17_000);
	t.is(retryAfter(headersOf({'retry-after': 'Mon, 24 Aug 2026 10:16:00 GMT'}), now), 30_000);
	t.is(retryAfter(headersOf({'retry-after': 'Mon, 24 Aug 2020 10:16:00 GMT'}), now), 0);
	t.is(retryAfter(headersOf({'retry-after-ms': '250'}), now), 250);
	t.is(retryAfter(headersOf({'retry-after': 'soon'}), now), undefined);
	t.is(retryAfter(headersOf({}), now), undefined);
	t.is(quotaResetsAfter(headersOf({'x-ms-user-quota-resets-after': '01:02:03'})), 3_723_000);
	t.is(quotaResetsAfter(headersOf({'x-ms-user-quota-resets-after': 'later'})), undefined);
});

const hostile = fc.string().map(message => JSON.stringify({error: {code: message, message: `${message}\u{1B}[2J\u{202E}`}}));
const bodies = fc.oneof(fc.string({unit: 'binary'}), fc.json(), hostile);

test('whatever a service sends, the words are clean and short', t => {
	const property = fc.property(fc.integer({min: 300, max: 599}), bodies, (status, body) => {
		const {reason, remedy = ''} = explainAnswer({status, header: headersOf({}), body}, asked, now);
		return reason.length < 900 && !/[\p{Control}\p{Format}]/v.test(reason + remedy);
	});
	t.notThrows(() => {
		fc.assert(property);
	});
});

const coded = (code: string, message = code): Error => Object.assign(new Error(message), {code});

const request = createPipelineRequest({url: `https://management.azure.com${clusters}?api-version=2026-06-01`});

test('a request without an answer names the host, what went wrong and what to check', t => {
	const cases: ReadonlyArray<readonly [code: string, reason: RegExp]> = [
		['ECONNREFUSED', /^management\.azure\.com refuses the connection\.$/v],
		['ENOTFOUND', /There is no host management\.azure\.com/v],
		['EAI_AGAIN', /cannot be looked up/v],
		['ECONNRESET', /dropped the connection/v],
		['ETIMEDOUT', /does not answer/v],
		['ENETUNREACH', /no way to/v],
		['EPROTO', /does not speak TLS/v],
		['SELF_SIGNED_CERT_IN_CHAIN', /signed by nobody that this machine trusts/v],
		['CERT_HAS_EXPIRED', /has expired/v],
		['ERR_TLS_CERT_ALTNAME_INVALID', /belongs to another name/v],
		['EUNHEARDOF', /cannot be reached \(EUNHEARDOF\)/v],
	];
	for (const [code, reason] of cases) {
		const error = toSourceError(new RestError(code, {code, request}));
		t.is(error.detail.cause, 'unreachable');
		t.regex(error.detail.reason, reason);
		t.truthy(error.detail.remedy);
	}

	const wrapped = new Error('outer', {cause: coded('ECONNREFUSED')});
	t.regex(toSourceError(wrapped).detail.reason, /refuses the connection/v);
});

test('an error of the clients that carries an answer is explained by it', t => {
	const {status, headers, body} = loadDocument('errors/401-expired-authentication-token-composed.json') as Recorded;
	const response = {
		status, headers: createHttpHeaders(headers), request, bodyAsText: JSON.stringify(body),
	};
	t.is(toSourceError(new RestError('x', {statusCode: 401, request, response})).detail.reason, 'The sign-in has expired.');
	const bare = toSourceError(new RestError('no', {statusCode: 403, code: 'AuthorizationFailed', request}));
	t.is(bare.detail.reason, `The identity lacks Microsoft.ContainerService/managedClusters/read on ${clusters}.`);
});

class AuthenticationError extends Error {
	override name = 'AuthenticationError';
}

test('what Entra refuses is explained by its code', t => {
	const files = readdirSync(new URL('../documents/entra/', import.meta.url)).filter(file => file.startsWith('error-aadsts'));
	t.true(files.length > 7);
	for (const file of files) {
		const {body} = loadDocument(`entra/${file}`) as {readonly body: {readonly error_description: string}};
		const error = toSourceError(new AuthenticationError(body.error_description));
		t.is(error.detail.cause, 'sign-in', file);
		t.regex(error.detail.reason, /^Signing in failed: .*AADSTS\d+/v, file);
		t.truthy(error.detail.remedy, file);
	}
});

test('anything at all becomes a SourceError, and a SourceError stays what it is', t => {
	const own = new SourceError({
		cause: 'denied', reason: 'No.', remedy: undefined, retryAt: undefined,
	});
	t.is(toSourceError(own), own);
	t.is(toSourceError(new Error('wrapped', {cause: own})), own);
	t.like(toSourceError(new ForbiddenRequestError('PUT x is not on the list')).detail, {cause: 'malformed', reason: 'PUT x is not on the list; nothing was sent.'});
	for (const odd of [undefined, 'text', 42, {}, new Error('\u{1B}[31mred')]) {
		const {detail} = toSourceError(odd);
		t.is(detail.cause, 'unreachable');
		t.false(detail.reason.includes('\u{1B}'));
	}
});
