import {cellWidth} from '../parts/text/cells.js';
import type {Line, Segment} from '../theme.js';

export type TabTitle = {readonly title: string; readonly count?: number};

/**
How much of a tab that is not open is written: all, its title, its number alone, or nothing.
*/
type Shortening = 'all' | 'title' | 'number' | 'nothing';

const drawTabs = (titles: readonly TabTitle[], active: number, shorteningOf: (index: number) => Shortening): Line => {
	const line: Segment[] = [{text: ' '}];
	for (const [index, {title, count}] of titles.entries()) {
		const isActive = index === active;
		const shortening = shorteningOf(index);
		if (shortening === 'nothing' && !isActive) {
			continue;
		}

		const text = isActive || shortening !== 'number' ? `${index + 1} ${title}` : String(index + 1);
		const hasCount = count !== undefined && (isActive || shortening === 'all');
		line.push(
			isActive ? {text: `[${text}`, tone: 'accent', bold: true} : {text: ` ${text}`, tone: 'plain'},
			...(hasCount ? [{text: ` ${count}`, tone: isActive ? 'accent' : 'dim', bold: isActive} as const] : []),
			isActive ? {text: ']', tone: 'accent', bold: true} : {text: ' '},
			{text: ' '},
		);
	}

	// Blanks behind the last would be what is cut.
	return line.slice(0, line.findLastIndex(({text}) => text.trim() !== '') + 1);
};

/**
Titles side by side, the open one standing out by more than its colour: `[1 Overview]  2 Checks 7   3 Pools 3`. Where they do
not fit into `width` cells, the others give way, so that the open one is always in sight.
*/
export const tabLine = (titles: readonly TabTitle[], active: number, width: number): Line => {
	const fits = (line: Line): boolean => cellWidth(line.map(({text}) => text).join('').trimEnd()) <= width;
	const whole = drawTabs(titles, active, () => 'all');
	if (fits(whole)) {
		return whole;
	}

	// Those nearest to the open one keep their titles.
	for (let near = titles.length; near > 0; near--) {
		const line = drawTabs(titles, active, index => (Math.abs(index - active) <= near ? 'title' : 'number'));
		if (fits(line)) {
			return line;
		}
	}

	for (let near = titles.length; near > 0; near--) {
		const line = drawTabs(titles, active, index => (Math.abs(index - active) <= near ? 'number' : 'nothing'));
		if (fits(line)) {
			return line;
		}
	}

	return drawTabs(titles, active, () => 'nothing');
};
