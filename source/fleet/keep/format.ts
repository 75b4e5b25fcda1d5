/**
The first line of the file. The version rises whenever an older program could misread what a newer one writes; a model
that merely grows needs none, because the shapes of an older file no longer fit then.
*/
export const header = {format: 'crowsnest fleet', version: 2} as const;

/**
A file of 1,000 clusters has about 10 MB; far more is not ours, and is not read into memory to find out.
*/
export const largestFile = 128 * 1024 * 1024;

/**
No single record comes near this.
*/
export const longestLine = 4 * 1024 * 1024;

export const temporaryEnd = '.tmp';
