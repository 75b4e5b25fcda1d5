/**
No document of Azure is nested deeper; one that is comes from somewhere else, and must not end in a stack overflow.
*/
export const deepest = 100;

/**
The members of an object that a document shows: what has no value is left out.
*/
export const membersOf = (value: Record<string, unknown>): ReadonlyArray<readonly [name: string, value: unknown]> =>
	Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function' && typeof member !== 'symbol');
