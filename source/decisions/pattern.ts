/**
A pattern in which `*` stands for any text, an empty one and one with slashes too, as the literal texts between its stars.
*/
export type Pattern = {readonly first: string; readonly middle: readonly string[]; readonly last: string};

/**
Takes a pattern with at least one star apart.
*/
export const compilePattern = (text: string): Pattern => {
	const literals = text.split('*');
	return {first: literals[0]!, middle: literals.slice(1, -1), last: literals.at(-1)!};
};

/**
Whether a text is what a pattern says. The stars take as little as they can, from left to right, so nothing is tried twice.
*/
export const matchesPattern = ({first, middle, last}: Pattern, text: string): boolean => {
	if (!text.startsWith(first)) {
		return false;
	}

	let from = first.length;
	for (const literal of middle) {
		const at = text.indexOf(literal, from);
		if (at === -1) {
			return false;
		}

		from = at + literal.length;
	}

	return text.length - last.length >= from && text.endsWith(last);
};
