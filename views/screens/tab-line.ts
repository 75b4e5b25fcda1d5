import type {Line, Segment} from '../theme.js';

/**
Titles side by side, the open one standing out by more than its colour: `[Overview]  Checks 7  Pools 3`.
*/
export const tabLine = (titles: ReadonlyArray<{readonly title: string; readonly count?: number}>, active: number): Line => {
	const line: Segment[] = [{text: ' '}];
	for (const [index, {title, count}] of titles.entries()) {
		const isActive = index === active;
		const text = `${index + 1} ${title}`;
		line.push(
			isActive ? {text: `[${text}`, tone: 'accent', bold: true} : {text: ` ${text}`, tone: 'plain'},
			...(count === undefined ? [] : [{text: ` ${count}`, tone: isActive ? 'accent' : 'dim', bold: isActive} as const]),
			isActive ? {text: ']', tone: 'accent', bold: true} : {text: ' '},
			{text: ' '},
		);
	}

	return line;
};
