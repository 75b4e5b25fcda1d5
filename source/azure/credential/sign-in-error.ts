import type {SignInAttempt} from '../../model/sign-in.js';
import {SourceError} from '../../model/source-error.js';

const summary = (attempts: readonly SignInAttempt[]): string => {
	const [only] = attempts;
	return only !== undefined && attempts.length === 1
		? `Signing in by ${only.method} failed: ${only.reason}.`
		: `Signing in failed: none of ${attempts.map(attempt => attempt.method).join(', ')} worked.`;
};

/**
No identity could be had: what was tried, in order, why each failed and what would make it work.
*/
export class SignInError extends SourceError {
	override name = 'SignInError';
	readonly attempts: readonly SignInAttempt[];

	constructor(attempts: readonly SignInAttempt[], options?: ErrorOptions) {
		super({
			cause: 'sign-in',
			reason: summary(attempts),
			remedy: attempts.length === 1 ? attempts[0]!.remedy : attempts.find(attempt => attempt.method === 'azure-cli')?.remedy,
			retryAt: undefined,
		}, options);
		this.attempts = attempts;
	}
}
