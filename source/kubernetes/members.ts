export type Members = Readonly<Record<string, unknown>>;

/**
The members of an object; none for anything else.
*/
export const membersOf = (value: unknown): Members => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Members : {});

/**
A text that says something; absent for anything else.
*/
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
