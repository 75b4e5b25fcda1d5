import type {Line, Segment} from '../../theme.js';
import {deepest, membersOf} from './members.js';
import {scalarSegment, yamlText} from './scalar.js';

/**
What stands before a value: nothing, `- ` of a sequence, or `name:` of a mapping.
*/
type Lead = {readonly kind: 'none' | 'dash' | 'name'; readonly segments: Line};

const isEmptyCollection = (value: Record<string, unknown>): boolean => (Array.isArray(value) ? value : membersOf(value)).length === 0;

/**
A document as YAML, one line each, made once; long texts stay on one line. Never throws, whatever the document holds.
*/
export const yamlLines = (document: unknown): readonly Line[] => {
	const lines: Line[] = [];
	const spaces = (indent: number): Line => (indent === 0 ? [] : [{text: ' '.repeat(indent)}]);

	const write = (value: unknown, lead: Lead, indent: number, depth: number) => {
		const scalar = scalarSegment(value, yamlText);
		const gap: readonly Segment[] = lead.kind === 'name' ? [{text: ' '}] : [];
		if (scalar) {
			lines.push([...lead.segments, ...gap, scalar]);
			return;
		}

		const collection = value as Record<string, unknown>;
		if (isEmptyCollection(collection)) {
			lines.push([...lead.segments, ...gap, {text: Array.isArray(collection) ? '[]' : '{}', tone: 'dim'}]);
			return;
		}

		if (depth >= deepest) {
			lines.push([...lead.segments, ...gap, {text: `"nested deeper than ${deepest} levels, not shown"`, tone: 'unknown'}]);
			return;
		}

		if (lead.kind === 'name') {
			lines.push(lead.segments);
		}

		// The first entry stands behind the dash of the sequence that it is in.
		let first = lead.kind === 'dash' ? lead.segments : undefined;
		const nextStart = (): Line => {
			const start = first ?? spaces(indent);
			first = undefined;
			return start;
		};

		if (Array.isArray(collection)) {
			for (const item of collection) {
				write(item, {kind: 'dash', segments: [...nextStart(), {text: '- ', tone: 'dim'}]}, indent + 2, depth + 1);
			}

			return;
		}

		for (const [name, member] of membersOf(collection)) {
			write(member, {kind: 'name', segments: [...nextStart(), {text: yamlText(name), tone: 'accent'}, {text: ':', tone: 'dim'}]}, indent + 2, depth + 1);
		}
	};

	write(document, {kind: 'none', segments: []}, 0, 0);
	return lines;
};
