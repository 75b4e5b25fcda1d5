/**
A text alone, broken only where the line ends, so that it can be selected with the terminal's own mouse.
*/
export const bareLines = (text: string, columns: number): readonly string[] => [
	...text.split('\n').flatMap(line => {
		const parts: string[] = [];
		for (let at = 0; at < line.length || parts.length === 0; at += columns) {
			parts.push(line.slice(at, at + columns));
		}

		return parts;
	}),
	'',
	'any key goes back',
];
