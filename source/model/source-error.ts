import type {UnknownCause} from './known.js';

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

/**
What a fact is called that was not read because of an error.
*/
export const unknownCauses: Readonly<Record<SourceErrorDetail['cause'], UnknownCause>> = {
	denied: 'denied',
	throttled: 'throttled',
	unreachable: 'unreachable',
	malformed: 'malformed',
	'sign-in': 'denied',
	'not-found': 'not-reported',
};
