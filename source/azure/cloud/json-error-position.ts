const couldGoOn = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch (error) {
		const message = error instanceof Error ? error.message : '';
		return message.includes('end of JSON input') || message.includes('Unterminated') || message.includes(`at position ${text.length}`);
	}
};

/**
Where a text stops being JSON, as line and column from 1. V8 tells the place for some errors only, so the longest
beginning that could still become JSON is looked for.
*/
export const jsonErrorPosition = (text: string): {readonly line: number; readonly column: number} => {
	let good = 0;
	let bad = text.length + 1;
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (couldGoOn(text.slice(0, middle))) {
			good = middle;
		} else {
			bad = middle;
		}
	}

	const before = text.slice(0, good);
	return {line: before.split('\n').length, column: good - before.lastIndexOf('\n')};
};
