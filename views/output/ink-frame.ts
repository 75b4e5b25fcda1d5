/**
What Ink meant by one call of `write`: a whole frame, a place for the cursor alone, or nothing that has to be drawn.
*/
export type InkWrite =
	| {readonly type: 'frame'; readonly lines: readonly string[]; readonly cursor: Place | undefined}
	| {readonly type: 'cursor'; readonly up: number; readonly column: number}
	| {readonly type: 'nothing'};

export type Place = {readonly row: number; readonly column: number};

/**
Ink erases the frame before, moves and hides the cursor, and brackets all of it as one update (ink 8: log-update.js,
cursor-helpers.js, write-synchronized.js). SGR (`m`) is no part of that: with it a frame's own text may begin.
*/
// eslint-disable-next-line no-control-regex, regexp/no-control-character
const leading = /^(?:\u{1B}\[[\d;?]*[A-HJKhl]|\r)*/v;

/**
The place of the cursor, as rows up from the last line and a column from 1, at the end of a write.
*/
// eslint-disable-next-line no-control-regex, regexp/no-control-character
const cursorAtEnd = /(?:\u{1B}\[(?<up>\d+)A)?\u{1B}\[(?<column>\d+)G\u{1B}\[\?25h$/v;

/**
Takes one write of Ink's standard renderer (`incrementalRendering` off) apart.
*/
export const readInkWrite = (data: string): InkWrite => {
	const end = cursorAtEnd.exec(data);
	const column = Number(end?.groups?.column ?? 1) - 1;
	const up = end?.groups?.up === undefined ? 0 : Number(end.groups.up);
	const withoutEnd = end === null ? data : data.slice(0, end.index);
	const body = withoutEnd.slice(leading.exec(withoutEnd)![0].length);
	if (body === '') {
		return end === null ? {type: 'nothing'} : {type: 'cursor', up, column};
	}

	const lines = body.split('\n');
	const cursor = end === null ? undefined : {row: lines.length - 1 - up, column};
	// A frame lower than the terminal ends with a line feed: what follows that is no line.
	return {type: 'frame', lines: body.endsWith('\n') ? lines.slice(0, -1) : lines, cursor};
};
