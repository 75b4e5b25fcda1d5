import {sanitize} from '../../terminal/sanitize.js';

/**
A fleet has thousands of regions, versions, sizes and keys of what its records speak of, but few different ones: each is sanitised
and kept once. `toLowerCase` makes a new string even of small letters: it comes before.
The cap keeps a cloud that sends only different ones from filling the memory.
*/
const cap = 20_000;

const longestText = 256;

const pool = new Map<string, string>();

/**
Sanitises a short text that many resources share, and gives the same string object for equal texts.
*/
export const intern = (text: string): string => {
	const known = pool.get(text);
	if (known !== undefined) {
		return known;
	}

	const clean = sanitize(text);
	if (text.length <= longestText) {
		if (pool.size >= cap) {
			pool.clear();
		}

		pool.set(text, clean);
	}

	return clean;
};
