import {retryAfter, type HeaderOf} from '../azure/errors/retry-after.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';
import type {ClusterOperation} from './operations.js';

/**
Who is asked, and about what, for the words of an error.
*/
export type Asked = {
	readonly operation: ClusterOperation;
	/**
	Of the API server, with its port.
	*/
	readonly host: string;
	/**
	Resource id of the cluster.
	*/
	readonly clusterId: string;
	/**
	Whether Azure decides who may do what inside (`aadProfile.enableAzureRBAC`); absent: not known.
	*/
	readonly isAzureRbac: boolean | undefined;
	/**
	Whether a token was sent, rather than a certificate.
	*/
	readonly isToken: boolean;
	/**
	Where an object in a namespace is asked for.
	*/
	readonly namespace?: string | undefined;
};

type Status = {readonly message: string; readonly wait: number | undefined; readonly isStatus: boolean; readonly isHtml: boolean};

type Explained = Pick<SourceErrorDetail, 'cause' | 'reason' | 'remedy'>;

const membersOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {});

const parse = (body: string): unknown => {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
};

/**
Reads a `Status` of meta/v1; an API server answers plain text too, and whatever stands before it a web page.
*/
const statusOf = (body: string): Status => {
	const {kind, message, details} = membersOf(parse(body));
	const {retryAfterSeconds} = membersOf(details);
	return {
		isStatus: kind === 'Status',
		message: typeof message === 'string' ? sanitize(message, 300) : '',
		wait: typeof retryAfterSeconds === 'number' && retryAfterSeconds >= 0 ? retryAfterSeconds * 1000 : undefined,
		isHtml: /^\s*<(?:!doctype|html|\?xml|head|body)/iv.test(body),
	};
};

const resourceName = ({resource, group}: ClusterOperation): string => (group === '' ? resource : `${resource}.${group}`);

const unauthenticated = ({host, isToken}: Asked): Explained => isToken
	? {cause: 'denied', reason: `${host} does not take the token (401): it is of another tenant than the cluster's, or has expired.`, remedy: 'az login --tenant TENANT; for a kubeconfig, a new token in it'}
	: {cause: 'denied', reason: `${host} does not take the certificate (401): it has expired or was rotated.`, remedy: 'az aks get-credentials anew, for a kubeconfig; else look again'};

/**
The two ways of granting what was refused: Azure's, and Kubernetes' own.
*/
const grantOf = ({operation, clusterId, isAzureRbac}: Asked, isAzures: boolean): string => {
	const {verb, resource, dataAction} = operation;
	if (isAzures || isAzureRbac === true) {
		const what = dataAction === undefined
			? 'give the identity Azure Kubernetes Service RBAC Cluster Admin, since custom resources have no action of their own'
			: `give the identity a role with the data action ${dataAction}`;
		return `${what}: az role assignment create --assignee OBJECT_ID --role ROLE --scope ${sanitize(clusterId, 300)}`;
	}

	const what = resource.startsWith('/') ? `--non-resource-url=${resource}` : `--resource=${resourceName(operation)}`;
	return `kubectl create clusterrole crowsnest --verb=${verb} ${what}, then kubectl create clusterrolebinding crowsnest --clusterrole=crowsnest --user=OBJECT_ID`;
};

const forbidden = (asked: Asked, {message, isHtml, isStatus}: Status): Explained => {
	const {operation, host, namespace} = asked;
	if (isHtml || !isStatus) {
		return {cause: 'denied', reason: `${host} answered 403 without a word of Kubernetes'${isHtml ? ', with a web page' : ''}.`, remedy: 'check whether a proxy or firewall stands in between, and the authorised ranges of the API server'};
	}

	const {user} = /User "(?<user>[^"]{1,200})"/v.exec(message)?.groups ?? {};
	if (user === 'system:anonymous') {
		return {cause: 'denied', reason: `No sign-in reached ${host}: it answers as to a stranger (403).`, remedy: 'check whether a proxy in between removes the Authorization header'};
	}

	// Azure's own sentence behind Kubernetes' tells who said no. Source: guard of AKS, as kubectl prints it.
	const isAzures = message.includes('access to the resource in Azure');
	const group = operation.group === '' ? 'the core API group' : `the API group ${operation.group}`;
	const who = user === undefined ? 'The identity' : `User ${user}`;
	return {
		cause: 'denied',
		reason: `${who} may not ${operation.verb} ${operation.resource} in ${group} ${namespace === undefined ? 'at the cluster scope' : `in the namespace ${sanitize(namespace, 63)}`} (${isAzures ? 'Azure RBAC' : 'Kubernetes RBAC'}, 403).`,
		remedy: grantOf(asked, isAzures),
	};
};

const explain = (status: number, asked: Asked, words: Status): Explained => {
	const {host, operation} = asked;
	const said = `${status}${words.isHtml ? ', a web page' : (words.message === '' ? '' : `: ${words.message}`)}`;
	switch (status) {
		case 401: {
			return unauthenticated(asked);
		}

		case 403: {
			return forbidden(asked, words);
		}

		case 404: {
			return words.isStatus && operation.path.includes('{') ? {cause: 'not-found', reason: 'The cluster does not have it any more (404).', remedy: undefined} : {cause: 'malformed', reason: `${host} knows no ${operation.path} (404): it is no API of Kubernetes, or stands below another path.`, remedy: 'check the server in the kubeconfig'};
		}

		case 410: {
			return {cause: 'unreachable', reason: `The list of ${operation.resource} changes faster than it can be read (410 each time).`, remedy: undefined};
		}

		case 429: {
			return {cause: 'throttled', reason: `${host} asks to slow down.`, remedy: undefined};
		}

		default: {
			return status >= 300 && status < 400
				? {cause: 'unreachable', reason: `${host} sends elsewhere (${status}); crowsnest does not follow.`, remedy: 'check the proxy (HTTPS_PROXY, NO_PROXY) and the server in the kubeconfig'}
				: {cause: 'unreachable', reason: status >= 500 ? `${host} is out of order (${said}).` : `${host} answered ${said}.`, remedy: undefined};
		}
	}
};

/**
Puts an error answer of a cluster's API server, or of what stands before it, into words. Source of its form: `Status` of meta/v1.

`now` in milliseconds since 1970.
*/
export const explainStatus = (
	{status, header, body}: {readonly status: number; readonly header: HeaderOf; readonly body: string},
	asked: Asked,
	now: number,
): SourceErrorDetail => {
	const words = statusOf(body);
	const wait = status === 429 || status === 503 ? retryAfter(header, now) ?? words.wait : undefined;
	return {...explain(status, asked, words), retryAt: wait === undefined ? undefined : now + wait};
};
