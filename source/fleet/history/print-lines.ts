import {createHash} from 'node:crypto';
import {printLine, type Line} from './line.js';
import type {Shape} from './record.js';

const ids = new WeakMap<Shape, string>();

/**
From what it lists: two processes that write into one file name the same shape alike.
*/
const idOf = (shape: Shape): string => {
	let id = ids.get(shape);
	if (id === undefined) {
		id = createHash('sha256').update(shape.checks.join(' ')).digest('hex').slice(0, 12);
		ids.set(shape, id);
	}

	return id;
};

/**
Makes the function that writes lines, each shape once before the first line that needs it.
*/
export const createLinePrinter = (): ((line: Line) => string) => {
	const told = new Set<string>();
	return line => {
		if (line.type !== 'resource') {
			return printLine(line, idOf);
		}

		const {shape} = line.record;
		const id = idOf(shape);
		if (told.has(id)) {
			return printLine(line, idOf);
		}

		told.add(id);
		return `${printLine({type: 'shape', id, shape}, idOf)}\n${printLine(line, idOf)}`;
	};
};
