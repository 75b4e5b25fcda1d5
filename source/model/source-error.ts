/**
Why a source could not be read, in words for a person.
*/
export type SourceErrorDetail = {
	readonly cause: 'denied' | 'throttled' | 'unreachable' | 'malformed' | 'sign-in' | 'not-found';
	/**
	One sentence: what is wrong and where. Sanitised.
	*/
	readonly reason: string;
	/**
	The way out, often a command; absent where waiting is all that helps.
	*/
	readonly remedy: string | undefined;
	/**
	When the service said that it may be asked again, milliseconds since 1970.
	*/
	readonly retryAt: number | undefined;
};

/**
What a collector throws when it has nothing to give. `cause` of Error keeps the SDK's own error for `--debug`.
*/
export class SourceError extends Error {
	override name = 'SourceError';
	readonly detail: SourceErrorDetail;

	constructor(detail: SourceErrorDetail, options?: ErrorOptions) {
		super(detail.reason, options);
		this.detail = detail;
	}
}
