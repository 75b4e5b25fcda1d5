/**
What is sent back: status, headers besides the usual ones, and the body, which goes over the wire as JSON.
*/
export type Answer = {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/**
	The body where it is text already.
	*/
	readonly text?: string;
};

export const ok = (body: unknown, headers?: Answer['headers']): Answer => ({status: 200, headers, body});

const gatewayError = (status: number, code: string, message: string): Answer => ({
	status,
	headers: {'x-ms-failure-cause': 'gateway'},
	body: {error: {code, message}},
});

/**
The gateway's words for an identity that lacks a right (recorded answers).
*/
export const authorizationFailed = (client: string, action: string, scope: string): Answer => gatewayError(
	403,
	'AuthorizationFailed',
	`The client '${client}' with object id '${client}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
);

export const subscriptionNotFound = (id: string): Answer => gatewayError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);

export const resourceNotFound = (resource: string, resourceGroup: string): Answer => gatewayError(
	404,
	'ResourceNotFound',
	`The Resource '${resource}' under resource group '${resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
);

export const invalidResourceType = (path: string): Answer => gatewayError(
	404,
	'InvalidResourceType',
	`The resource type could not be found for the path '${path}'.`,
);

/**
Resource Graph's refusal (recorded answer): the reason stands in `details` only.
*/
export const rateLimiting = (retryAfter: number): Answer => ({
	status: 429,
	headers: {
		'retry-after': String(retryAfter),
		'x-ms-user-quota-remaining': '0',
		'x-ms-user-quota-resets-after': `00:00:${String(retryAfter).padStart(2, '0')}`,
		'x-ms-ratelimit-remaining-tenant-resource-requests': '0',
	},
	body: {
		error: {
			code: 'RateLimiting',
			message: 'Please provide below info when asking for support.',
			details: [{
				code: 'RateLimiting',
				message: 'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.',
			}],
		},
	},
});

/**
Resource Graph's refusal of a query; the reason stands in `details` only (recorded answers).
*/
export const badQuery = (code: string, reason: string): Answer => ({
	status: 400,
	body: {
		error: {
			code: 'BadRequest',
			message: 'Please provide below info when asking for support.',
			details: [{code, message: reason}],
		},
	},
});
