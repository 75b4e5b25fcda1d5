/**
Characters that are kept in all. The lists of every cluster of the ordinary fleet fit in; in a fleet for measuring those
of the clusters that are asked again and again.
*/
const mostCharacters = 4_000_000;

/**
Texts of lists, for as long as nothing in them changes; the ones asked for last are kept.
*/
export type TextShelf = {
	/**
	@param question what is asked
	@param version of everything that the text shows
	*/
	readonly text: (question: string, version: string, make: () => string) => string;
};

export const createTextShelf = (most = mostCharacters): TextShelf => {
	const texts = new Map<string, {readonly version: string; readonly text: string}>();
	let characters = 0;
	const drop = (question: string): void => {
		characters -= texts.get(question)?.text.length ?? 0;
		texts.delete(question);
	};

	return {
		text(question, version, make) {
			const known = texts.get(question);
			const text = known?.version === version ? known.text : make();
			drop(question);
			texts.set(question, {version, text});
			characters += text.length;
			for (const oldest of texts.keys()) {
				if (characters <= most) {
					break;
				}

				drop(oldest);
			}

			return text;
		},
	};
};
