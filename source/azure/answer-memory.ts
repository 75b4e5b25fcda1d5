import {parseChanged, type KnownAnswer} from './parse-changed.js';

/**
Characters of one answer that is remembered at most, and of all: pages of a large fleet would cost more memory than their parsing costs time.
*/
const mostOfOne = 2_000_000;
const mostOfAll = 4_000_000;

/**
Parses answers; for one that says the same as the last answer to the same question, gives the very same body again, and for one
that differs, the very same rows but for those that do. Who reads bodies then knows by identity what has not changed. Bodies are
never written to.
*/
export type AnswerMemory = {
	/**
	@param question method, address and body of the request, as one text; absent for an answer that is not to be remembered
	@param parse called with `text` where it is another one than last time; what it throws is passed on
	*/
	readonly parse: (question: string | undefined, text: string, parse: (text: string) => unknown) => unknown;
};

export const createAnswerMemory = (): AnswerMemory => {
	// The one that was asked longest ago comes first.
	const answers = new Map<string, KnownAnswer>();
	let size = 0;

	const forget = (question: string): void => {
		size -= answers.get(question)?.text.length ?? 0;
		answers.delete(question);
	};

	return {
		parse(question, text, parse) {
			if (question === undefined) {
				return parse(text);
			}

			const known = answers.get(question);
			const answer = known?.text === text ? known : ((known && parseChanged(known, text)) ?? {text, body: parse(text)});
			const {body} = answer;
			forget(question);
			if (text.length > mostOfOne) {
				return body;
			}

			answers.set(question, answer);
			size += text.length;
			for (const oldest of answers.keys()) {
				if (size <= mostOfAll) {
					break;
				}

				forget(oldest);
			}

			return body;
		},
	};
};
