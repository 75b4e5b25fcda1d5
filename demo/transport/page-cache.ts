/**
Characters of one page that is kept at most; pages of a fleet for measuring are put together anew.
*/
const mostOfOne = 500_000;

/**
Pages that are kept; a dashboard asks about a dozen again and again.
*/
const mostPages = 16;

/**
The text of whole pages of Resource Graph, for as long as the story changes nothing in them: a dashboard that polls every few
seconds should not cost the demo more than the cloud that it plays would cost the dashboard.
*/
export type PageCache = {
	/**
	@param question body of the request
	@param version of everything that the page shows
	*/
	readonly text: (question: string, version: string, make: () => string) => string;
};

export const createPageCache = (): PageCache => {
	const pages = new Map<string, {readonly version: string; readonly text: string}>();
	return {
		text(question, version, make) {
			const known = pages.get(question);
			if (known?.version === version) {
				return known.text;
			}

			const text = make();
			pages.delete(question);
			if (text.length <= mostOfOne) {
				pages.set(question, {version, text});
			}

			const [oldest] = pages.keys();
			if (oldest !== undefined && pages.size > mostPages) {
				pages.delete(oldest);
			}

			return text;
		},
	};
};
