/**
A part of the file that is YAML by itself.
*/
export type Part = {
	readonly text: string;
	/**
	Lines of the file before it.
	*/
	readonly before: number;
	/**
	Whether it is a list of entries and nothing else; otherwise it reads as a whole file does.
	*/
	readonly isList: boolean;
};

/**
Entries that are parsed at once: a few milliseconds' work.
*/
export const entriesOfPart = 25;
