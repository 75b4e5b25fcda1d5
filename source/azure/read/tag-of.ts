/**
A tag's value by its name. Resource Manager compares names of tags without regard to case.
*/
export const tagOf = (tags: Readonly<Record<string, string>>, name: string): string | undefined =>
	tags[name] ?? Object.entries(tags).find(([key]) => key.toLowerCase() === name)?.[1];
