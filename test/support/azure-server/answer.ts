export type Answer = {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/**
	A text is sent as it is, anything else as JSON.
	*/
	readonly body: unknown;
};

export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({status: 200, headers, body});

export const failure = (status: number, code: string, message: string): Answer => ({status, headers: {'x-ms-failure-cause': 'gateway'}, body: {error: {code, message}}});

export const forbidden = (action: string, scope: string): Answer => failure(
	403,
	'AuthorizationFailed',
	`The client 'reader@contoso.com' with object id '00000000-0000-0000-0000-000000000042' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
);

export const notFound = (path: string): Answer => failure(404, 'ResourceNotFound', `The Resource '${path}' was not found.`);

/**
A request as it came in.
*/
export type Incoming = {
	readonly method: string;
	readonly url: URL;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
};
