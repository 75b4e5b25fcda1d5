/**
A number with its noun: `1 cluster`, `24 clusters`, `2 registries` with the plural given.
*/
export const plural = (count: number, singular: string, several = `${singular}s`): string => `${count} ${count === 1 ? singular : several}`;
