/**
The command line, a variable or a file says something that cannot be meant: exit code 2. Each problem is one sentence
that names where it stands, what is wrong and what would be right; a person mends them all at once.
*/
export class UsageError extends Error {
	override name = 'UsageError';
	readonly problems: readonly string[];

	constructor(problems: string | readonly string[], options?: ErrorOptions) {
		const list = typeof problems === 'string' ? [problems] : problems;
		super(list.join('\n'), options);
		this.problems = list;
	}
}
