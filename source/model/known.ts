/**
Why a fact could not be read; each cause has its own words and its own way out.
*/
export type UnknownCause =
	/**
	The identity may not read it (401, 403).
	*/
	| 'denied'
	/**
	The service asked to slow down (429).
	*/
	| 'throttled'
	/**
	No answer: refused, timed out, wrong certificate, 5xx.
	*/
	| 'unreachable'
	/**
	The answer holds something else than what its specification says.
	*/
	| 'malformed'
	/**
	Azure sends nothing where it usually sends a value.
	*/
	| 'not-reported'
	/**
	It has not been asked yet, or is not asked with these settings.
	*/
	| 'not-asked';

/**
A fact that could not be read. It is a plain value (no class), so that it survives JSON and
structured clone unchanged.
*/
export type Unknown = {
	readonly unknown: UnknownCause;
	/**
	One sentence a person can act on: which permission, on which scope, until when.
	*/
	readonly reason: string;
};

/**
A fact is known or unknown. `undefined` inside `T` means that Azure left the member out or sent
null, which is an answer of its own; it is never used for 'could not be read'.
*/
export type Fact<T> = T | Unknown;

export const unknown = (cause: UnknownCause, reason: string): Unknown => ({unknown: cause, reason});

export const isUnknown = (fact: unknown): fact is Unknown =>
	typeof fact === 'object' && fact !== null && 'unknown' in fact && 'reason' in fact;

/**
The value of a fact that is known; `undefined` both for unknown and for absent. For display and sorting only, never for judgement.
*/
export const valueOf = <T>(fact: Fact<T>): T | undefined => (isUnknown(fact) ? undefined : fact);

/**
Whether a fact is missing for now only: asked again soon, it may be there.
*/
export const isMissingForNow = (fact: Fact<unknown>): boolean => isUnknown(fact) && (fact.unknown === 'throttled' || fact.unknown === 'unreachable');
