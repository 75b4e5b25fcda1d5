/**
Findings of which the text is kept: about five megabytes.
*/
const mostFindings = 1000;

/**
The JSON text of rows that the story has not touched, so that a refresh of a thousand clusters costs the demo no more
than joining texts. Resources are kept for good; findings, which may be very many, the newest only.
*/
export type RowCache = {
	readonly resource: (key: string, make: () => unknown) => string;
	readonly finding: (key: string, make: () => unknown) => string;
};

export const createRowCache = (): RowCache => {
	const resources = new Map<string, string>();
	const findings = new Map<string, string>();
	const read = (texts: Map<string, string>, most: number, key: string, make: () => unknown): string => {
		const kept = texts.get(key);
		if (kept !== undefined) {
			return kept;
		}

		const text = JSON.stringify(make());
		const [oldest] = texts.keys();
		if (oldest !== undefined && texts.size >= most) {
			texts.delete(oldest);
		}

		texts.set(key, text);
		return text;
	};

	return {
		resource: (key, make) => read(resources, Infinity, key, make),
		finding: (key, make) => read(findings, mostFindings, key, make),
	};
};
