/**
One step of a pattern; jumps are relative, so that parts can be put together and repeated.
*/
export type Instruction =
	| {readonly type: 'read'; readonly accepts: (character: string) => boolean}
	| {readonly type: 'jump'; readonly by: readonly number[]}
	| {readonly type: 'start'}
	| {readonly type: 'end'};

type Program = readonly Instruction[];

const longestSource = 100;
const longestProgram = 300;
const mostRepeats = 50;

class PatternError extends Error {}

const readCharacter = (literal: string): Program => {
	const wanted = literal.toLowerCase();
	return [{type: 'read', accepts: character => character === literal || character.toLowerCase() === wanted}];
};

const readClass = (source: string): Program => {
	// Only ever applied to one character, so the language's own engine is safe here.
	// The u flag, as the v flag wants more characters of a class escaped than a person would.
	// eslint-disable-next-line require-unicode-regexp
	const expression = new RegExp(`^${source}$`, 'iu');
	return [{type: 'read', accepts: character => expression.test(character)}];
};

const any: Program = [{type: 'read', accepts: () => true}];

const either = (left: Program, right: Program): Program => [
	{type: 'jump', by: [1, left.length + 2]}, ...left, {type: 'jump', by: [right.length + 1]}, ...right,
];

const maybe = (part: Program): Program => [{type: 'jump', by: [1, part.length + 1]}, ...part];

const anyCount = (part: Program): Program => [{type: 'jump', by: [1, part.length + 2]}, ...part, {type: 'jump', by: [-(part.length + 1)]}];

const bounded = (program: Program): Program => {
	if (program.length > longestProgram) {
		throw new PatternError('The pattern is too long');
	}

	return program;
};

const repeat = (part: Program, lowest: number, highest: number): Program => {
	if (lowest > highest || (Number.isFinite(highest) ? highest : lowest) > mostRepeats) {
		throw new PatternError(`A pattern repeats at most ${mostRepeats} times`);
	}

	const optional = Number.isFinite(highest) ? Array.from({length: highest - lowest}, () => maybe(part)).flat() : anyCount(part);
	return bounded([...Array.from({length: lowest}, () => part).flat(), ...optional]);
};

const counts: Readonly<Record<string, readonly [number, number]>> = {'*': [0, Infinity], '+': [1, Infinity], '?': [0, 1]};
const braces = /\{(?<lowest>\d{1,3})(?<comma>,(?<highest>\d{1,3})?)?\}/vy;
const classSource = /\[(?:\\.|[^\\\]])*\]/svy;

/**
Reads a pattern from left to right.
*/
class Reader {
	private readonly source: string;
	private at = 0;

	constructor(source: string) {
		this.source = source;
	}

	private alternatives(): Program {
		let program = this.sequence();
		while (this.source[this.at] === '|') {
			this.at++;
			program = bounded(either(program, this.sequence()));
		}

		return program;
	}

	private sequence(): Program {
		const parts: Instruction[] = [];
		while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
			parts.push(...this.repeated());
			bounded(parts);
		}

		return parts;
	}

	private repeated(): Program {
		let part = this.single();
		for (let count = this.count(); count !== undefined; count = this.count()) {
			part = repeat(part, ...count);
		}

		return part;
	}

	private count(): readonly [number, number] | undefined {
		const count = counts[this.source[this.at] ?? ''];
		if (count) {
			this.at++;
			return count;
		}

		const match = this.take(braces);
		if (!match) {
			return undefined;
		}

		const {lowest, comma, highest} = match.groups!;
		return [Number(lowest), Number(comma === undefined ? lowest : (highest ?? Infinity))];
	}

	private single(): Program {
		const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
		if (character === '[') {
			const match = this.take(classSource);
			if (!match) {
				throw new PatternError('A [ is not closed');
			}

			return readClass(match[0]);
		}

		this.at += character.length;
		switch (character) {
			case '(': {
				return this.group();
			}

			case '\\': {
				return this.escaped();
			}

			case '.': {
				return any;
			}

			case '^': {
				return [{type: 'start'}];
			}

			case '$': {
				return [{type: 'end'}];
			}

			case '*':
			case '+':
			case '?': {
				throw new PatternError(`Nothing stands before the ${character}`);
			}

			default: {
				return readCharacter(character);
			}
		}
	}

	private group(): Program {
		if (this.source.startsWith('?:', this.at)) {
			this.at += 2;
		} else if (this.source[this.at] === '?') {
			throw new PatternError('Look-around is not supported');
		}

		// eslint-disable-next-line unicorn/no-declarations-before-early-exit -- reading moves on
		const program = this.alternatives();
		if (this.source[this.at] !== ')') {
			throw new PatternError('A ( is not closed');
		}

		this.at++;
		return program;
	}

	private escaped(): Program {
		const character = this.source[this.at] ?? '';
		this.at++;
		if (/^[dsw]$/iv.test(character)) {
			return readClass(`\\${character}`);
		}

		if (character === '' || /^[\da-z]$/iv.test(character)) {
			throw new PatternError(`\\${character} is not supported`);
		}

		return readCharacter(character);
	}

	private take(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.source) ?? undefined;
		this.at += match?.[0].length ?? 0;
		return match;
	}

	readAll(): Program {
		// eslint-disable-next-line unicorn/no-declarations-before-early-exit -- reading moves on
		const program = this.alternatives();
		if (this.at < this.source.length) {
			throw new PatternError('A ) closes nothing');
		}

		return program;
	}
}

/**
Turns a regular expression into a program. Never throws.

@returns The program, or what is wrong with the pattern, without a full stop.
*/
export const parsePattern = (source: string): {readonly ok: true; readonly program: Program} | {readonly ok: false; readonly error: string} => {
	if (source.length > longestSource) {
		return {ok: false, error: `A pattern has at most ${longestSource} characters`};
	}

	try {
		return {ok: true, program: bounded(new Reader(source).readAll())};
	} catch (error) {
		return {ok: false, error: error instanceof PatternError ? error.message : 'A [...] is not valid'};
	}
};
