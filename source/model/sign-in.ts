export type SignInAttempt = {
	/**
	`environment`, `workload-identity`, `managed-identity`, `azure-cli`, `azure-developer-cli`, `device-code`, `token`.
	*/
	readonly method: string;
	readonly reason: string;
	/**
	The command or setting that would make it work.
	*/
	readonly remedy: string;
};

/**
Where signing in stands, when it needs a person or has failed.
*/
export type SignInState =
	| {readonly state: 'none'}
	| {readonly state: 'device-code'; readonly url: string; readonly code: string; readonly expiresAt: number}
	| {readonly state: 'failed'; readonly attempts: readonly SignInAttempt[]};
