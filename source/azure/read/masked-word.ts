import {intern} from './intern.js';
import {maskSecretsIn} from './secrets.js';

/**
No secret that can be told by its form is as short.
*/
const shortest = 5;

const cap = 5000;

const known = new Map<string, string>();

/**
A text that many resources share, sanitised and with what looks like a secret in it masked. Each different text is looked at once: a fleet
has tens of thousands of tags, but few different ones.
*/
export const maskedWord = (text: string): string => {
	if (text.length < shortest) {
		return intern(text);
	}

	const before = known.get(text);
	if (before !== undefined) {
		return before;
	}

	const word = intern(maskSecretsIn(intern(text)));
	if (known.size >= cap) {
		known.clear();
	}

	known.set(text, word);
	return word;
};
