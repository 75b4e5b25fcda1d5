/**
Reads JSON that stands inside a string, as Defender's documents have it.

@param longest A longer text is left unread.
@returns What the text holds, the value itself where it is no text, nothing where the text is no JSON.
*/
export const jsonText = (value: unknown, longest: number): unknown => {
	if (typeof value !== 'string' || value.length > longest) {
		return value;
	}

	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
};
