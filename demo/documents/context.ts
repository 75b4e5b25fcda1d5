/**
What every document needs besides its spec.
*/
export type DocumentContext = {
	readonly seed: number;
	/**
	When the demo began, milliseconds since 1970: every date in a document is counted from it, so that a document
	stays the same, byte for byte, until the story changes it.
	*/
	readonly base: number;
	readonly tenantId: string;
};

export type Json = Readonly<Record<string, unknown>>;

/**
Azure's seven digits behind the second.
*/
export const isoTime = (time: number): string => `${new Date(time).toISOString().slice(0, -1)}0000Z`;

export const days = (count: number): number => count * 86_400_000;
