/**
What a command may use of the world.
*/
export type CommandContext = {
	/**
	Columns of the terminal on stdout; absent where stdout is none, and texts need not fit.
	*/
	readonly columns: number | undefined;
	readonly out: (text: string) => Promise<void>;
};

/**
Does what a word on the command line asks for.

@param argv What follows the word.
@returns The exit code.
@throws UsageError for what cannot be meant.
*/
export type Command = (argv: readonly string[], context: CommandContext) => Promise<number>;
