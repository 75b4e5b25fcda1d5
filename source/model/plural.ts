/**
The form of a noun that a number takes: `cluster` with 1, `clusters` with any other.

@param several The plural where it is not the singular with an s.
*/
export const nounOf = (count: number, singular: string, several = `${singular}s`): string => (count === 1 ? singular : several);

/**
A number with its noun: `1 cluster`, `24 clusters`, `2 registries` with the plural given.
*/
export const plural = (count: number, singular: string, several?: string): string => `${count} ${nounOf(count, singular, several)}`;
