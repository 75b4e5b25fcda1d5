import type {Answer} from '../answer.js';

type Given = {readonly code: number; readonly reason: string; readonly message: string; readonly details?: unknown};

/**
A refusal in Kubernetes' own shape (meta/v1 Status).
*/
const status = ({code, reason, message, details}: Given): Answer => ({
	status: code,
	body: {
		kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code,
	},
});

/**
A token that is none, or none of this cluster's: the message never says which.
*/
export const unauthorized: Answer = status({code: 401, reason: 'Unauthorized', message: 'Unauthorized'});

/**
Azure RBAC adds a sentence of its own behind the colon, and tells who by object id; Kubernetes RBAC tells the name.
*/
export const forbidden = (user: string, resource: string, group: string, isAzure: boolean): Answer => status({
	code: 403,
	reason: 'Forbidden',
	message: `${resource}${group === '' ? '' : `.${group}`} is forbidden: User "${user}" cannot list resource "${resource}" in API group "${group}" at the cluster scope${isAzure ? ': User does not have access to the resource in Azure. Update role assignment to allow access.' : ''}`,
	details: {group: group === '' ? undefined : group, kind: resource},
});

/**
An object that is gone.
*/
export const notFound = (resource: string, name: string): Answer => status({
	code: 404, reason: 'NotFound', message: `${resource} "${name}" not found`, details: {name, kind: resource},
});

/**
An API that is not installed is answered in plain text.
*/
export const noSuchApi: Answer = {status: 404, headers: {'content-type': 'text/plain; charset=utf-8'}, text: '404 page not found\n'};

export const methodNotAllowed: Answer = status({code: 405, reason: 'MethodNotAllowed', message: 'the server does not allow this method on the requested resource'});
