import type {Line, Segment} from '../../theme.js';
import {deepest, membersOf} from './members.js';
import {quoted, scalarSegment} from './scalar.js';

/**
A document as JSON, one line each, made once; long texts stay on one line. Never throws, whatever the document holds.
*/
export const jsonLines = (document: unknown): readonly Line[] => {
	const lines: Line[] = [];

	const write = (value: unknown, name: string | undefined, end: string, depth: number) => {
		const indent: readonly Segment[] = depth === 0 ? [] : [{text: '  '.repeat(depth)}];
		const lead: Line = name === undefined ? indent : [...indent, {text: quoted(name), tone: 'accent'}, {text: ': ', tone: 'dim'}];
		const scalar = scalarSegment(value, quoted);
		const tail: readonly Segment[] = end === '' ? [] : [{text: end, tone: 'dim'}];
		if (scalar) {
			lines.push([...lead, scalar, ...tail]);
			return;
		}

		const isArray = Array.isArray(value);
		const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
		const members: ReadonlyArray<readonly [string | undefined, unknown]> = isArray
			? (value as unknown[]).map(item => [undefined, item] as const)
			: membersOf(value as Record<string, unknown>);
		if (members.length === 0) {
			lines.push([...lead, {text: open + close, tone: 'dim'}, ...tail]);
			return;
		}

		if (depth >= deepest) {
			lines.push([...lead, {text: `"nested deeper than ${deepest} levels, not shown"`, tone: 'unknown'}, ...tail]);
			return;
		}

		lines.push([...lead, {text: open, tone: 'dim'}]);
		for (const [index, [memberName, member]] of members.entries()) {
			write(member, memberName, index < members.length - 1 ? ',' : '', depth + 1);
		}

		lines.push([...indent, {text: close + end, tone: 'dim'}]);
	};

	write(document, undefined, '', 0);
	return lines;
};
