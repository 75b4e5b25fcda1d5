import {useMemo} from 'react';
import type {Action} from '../keymap.js';
import {markLine} from '../parts/document/mark-line.js';
import {useFocusedView, type FocusedView} from '../focus.js';
import {useKept} from '../kept.js';
import {documentActions} from '../parts/document/document-actions.js';
import {drawDocument, documentStatus} from '../parts/document/document-frame.js';
import {
	initialDocumentState,
	reduceDocument,
	type DocumentState,
} from '../parts/document/document-state.js';
import Block from '../parts/frame/block.js';
import {frameLines} from '../parts/frame/frame.js';
import {fit} from '../parts/text/fit.js';
import type {Resource} from '../../source/model/resource.js';
import type {Line} from '../theme.js';
import {useTools} from '../tools.js';

/**
A line that stands out, and what it is in words.
*/
export type DocumentMark = {
	/**
	From 0; absent where the text has no such line.
	*/
	readonly line: number | undefined;
	readonly words: string;
};

/**
A text that scrolls and is searched, in a frame.
*/
export default function LinesView({id, lines, width, height, title, corner, top, resource, fix, filter, mark, onAction}: {
	/**
	Of the place, so that scroll and search are found again.
	*/
	readonly id: string;
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;
	readonly title: Line;
	readonly corner: Line;
	/**
	A line that stays above the text: the tabs.
	*/
	readonly top?: Line;
	/**
	Whose text it is, for copying its id.
	*/
	readonly resource?: Resource;
	readonly fix?: () => string | undefined;
	/**
	What the text is opened for: it comes into view, and stays marked.
	*/
	readonly mark?: DocumentMark;
	/**
	What `/` edits in place of a search.
	*/
	readonly filter?: FocusedView['filter'];
	readonly onAction?: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const [moved, setState] = useKept<DocumentState>(id, initialDocumentState);
	const innerHeight = Math.max(1, height - 2 - (top ? 1 : 0));
	const frame = {lines: useMemo(() => (mark?.line === undefined ? lines : markLine(lines, mark.line, theme)), [lines, mark?.line, theme]), width: width - 2, height: innerHeight};
	// Until a hand has moved it: the document may come later than the place.
	const kept = moved === initialDocumentState && mark?.line !== undefined
		? {...moved, offset: Math.max(0, mark.line - Math.floor(innerHeight / 3))}
		: moved;
	useFocusedView(true, {
		context: resource ? 'drill' : 'text',
		onAction(action) {
			const known = documentActions[action];
			if (known) {
				setState(reduceDocument(kept, known, frame));
				return true;
			}

			return onAction?.(action) ?? false;
		},
		filter: filter ?? {
			text: kept.search,
			set(text) {
				setState(reduceDocument(kept, {type: 'search', text}, frame));
			},
		},
		selected: () => resource,
		marked: () => [],
		fix: fix ?? (() => undefined),
	});
	const drawn = drawDocument(kept, frame, theme);
	const body = Array.from({length: innerHeight}, (_, index) => fit(drawn[index] ?? [], width - 2, theme));
	const text = frameLines({
		lines: top ? [fit(top, width - 2, theme), ...body] : body,
		width,
		isFocused: true,
		title,
		corner,
		status: mark ? [{text: mark.words, tone: 'mark'}] : [],
		position: documentStatus(kept, frame, theme),
		theme,
	}).join('\n');
	return <Block text={text}/>;
}
