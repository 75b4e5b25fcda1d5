/**
A framed part of the screen: what its upper and lower edge say, and the lines between.
*/
export type Box = {
	readonly title: string;
	readonly lines: readonly string[];
	readonly foot: string;
};

const edgeText = (edge: string): string => edge.replaceAll(/[─╭╮╯╰]+/gv, ' ').trim();

const boxBelow = (screen: readonly string[], row: number, {0: edge, index}: RegExpExecArray): Box => {
	const below = screen.slice(row + 1).map(line => line.slice(index, index + edge.length));
	const end = below.findIndex(line => line.startsWith('╰'));
	return {title: edgeText(edge), lines: below.slice(0, end).map(line => line.slice(1, -1)), foot: edgeText(below[end] ?? '')};
};

/**
Every box of a screen whose characters are all one cell wide.
*/
export const boxesOf = (screen: readonly string[]): readonly Box[] =>
	screen.flatMap((line, row) => line.matchAll(/╭[^╭╮]*╮/gv).map(edge => boxBelow(screen, row, edge)).toArray());

/**
The box whose title begins with a text.
*/
export const boxTitled = (screen: readonly string[], title: string): Box | undefined =>
	boxesOf(screen).find(box => box.title.startsWith(title));

/**
The line of a box that the cursor stands on, without the cursor.
*/
export const selectedIn = (box: Box | undefined): string | undefined =>
	box?.lines.find(line => line.startsWith('▌'))?.slice(1).trim();
