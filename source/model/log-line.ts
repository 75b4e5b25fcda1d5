/**
A line that a container wrote, as it may be shown: without anything that acts on a terminal, what looks like a secret masked.
*/
export type LogLine = {
	/**
	Milliseconds since 1970; absent where the service put no time before it.
	*/
	readonly at: number | undefined;
	readonly text: string;
	/**
	Tells two lines apart as they were sent; of little use for anything else.
	*/
	readonly code: number;
};

/**
The end of what a container wrote, as far as it was not known.
*/
export type LogPart = {
	readonly lines: readonly LogLine[];
	/**
	How many of the known lines it goes on behind; 0 where what was known is no part of it, so that lines between them are missing.
	*/
	readonly overlap: number;
	/**
	Whether its last line may still grow.
	*/
	readonly isOpen: boolean;
	/**
	Whether it is all that there is, back to the beginning.
	*/
	readonly isWhole: boolean;
};

/**
Lines that are kept of one container, and asked for at most.
*/
export const mostLogLines = 5000;
