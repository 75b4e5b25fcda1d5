import {parsePattern, type Instruction} from './pattern-program.js';

/**
A regular expression that takes time in proportion to pattern times text whatever either holds: all ways through it are
followed at once, so none is ever gone back on. `a*a*a*b` cannot freeze the screen, as it would with the language's own.
*/
export type Pattern = {
	/**
	Where it first matches, as UTF-16 positions; `undefined` where it does not.
	*/
	readonly find: (text: string) => readonly [start: number, end: number] | undefined;
	readonly test: (text: string) => boolean;
};

/**
Characters of a text that are looked at; the texts of a table are shorter.
*/
const longestText = 1000;

/**
Adds an instruction and all that can be reached from it without reading a character. The set keeps loops finite.
*/
const follow = (program: readonly Instruction[], states: Set<number>, from: number, edges: {readonly isStart: boolean; readonly isEnd: boolean}): void => {
	const pending = [from];
	while (pending.length > 0) {
		const index = pending.pop()!;
		if (states.has(index)) {
			continue;
		}

		states.add(index);
		const instruction = program[index];
		if (instruction?.type === 'jump') {
			pending.push(...instruction.by.map(by => index + by));
		} else if ((instruction?.type === 'start' && edges.isStart) || (instruction?.type === 'end' && edges.isEnd)) {
			pending.push(index + 1);
		}
	}
};

/**
Walks over the text.

@returns The end of the longest match that begins at `from`; with `isAnywhere` the end of the first match found, wherever it begins.
*/
const run = (program: readonly Instruction[], characters: readonly string[], from: number, isAnywhere: boolean): number | undefined => {
	let states = new Set<number>();
	let end: number | undefined;
	for (let position = from; position <= characters.length; position++) {
		const edges = {isStart: position === 0, isEnd: position === characters.length};
		if (isAnywhere || position === from) {
			follow(program, states, 0, edges);
		}

		if (states.has(program.length)) {
			end = position;
		}

		if ((isAnywhere && end !== undefined) || (!isAnywhere && states.size === 0) || edges.isEnd) {
			break;
		}

		const next = new Set<number>();
		const nextEdges = {isStart: false, isEnd: position + 1 === characters.length};
		for (const index of states) {
			const instruction = program[index];
			if (instruction?.type === 'read' && instruction.accepts(characters[position]!)) {
				follow(program, next, index + 1, nextEdges);
			}
		}

		states = next;
	}

	return end;
};

const unitsBefore = (characters: readonly string[], count: number): number => characters.slice(0, count).join('').length;

/**
Makes a pattern of a regular expression: letters, `.`, `[...]`, `\d` `\w` `\s`, `|`, groups, `*` `+` `?` `{n,m}`, `^` and `$`. Case does
not count. Look-around and back references are refused, because they cannot be matched in bounded time.
*/
export const createPattern = (source: string): {readonly ok: true; readonly pattern: Pattern} | {readonly ok: false; readonly error: string} => {
	const parsed = parsePattern(source);
	if (!parsed.ok) {
		return parsed;
	}

	const {program} = parsed;
	const charactersOf = (text: string): readonly string[] => [...text.slice(0, longestText)];
	return {
		ok: true,
		pattern: {
			test: text => run(program, charactersOf(text), 0, true) !== undefined,
			find(text) {
				const characters = charactersOf(text);
				for (let start = 0; start <= characters.length; start++) {
					const end = run(program, characters, start, false);
					if (end !== undefined) {
						return [unitsBefore(characters, start), unitsBefore(characters, end)];
					}
				}

				return undefined;
			},
		},
	};
};
