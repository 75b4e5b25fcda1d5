import {documentRows} from '../parts/document/document-rows.js';
import {
	initialDocumentState,
	reduceDocument,
	settleDocument,
	type DocumentAction,
	type DocumentFrame,
	type DocumentState,
} from '../parts/document/document-state.js';

/**
Where one stands in a log that grows at its end and is let go of at its beginning.
*/
export type LogState = {
	readonly document: DocumentState;
	/**
	Whether the end stays in sight.
	*/
	readonly isFollowing: boolean;
	/**
	Number of the line at the top, since the log was opened: it stays there, whatever comes and goes.
	*/
	readonly top: number;
};

export const initialLogState: LogState = {document: initialDocumentState, isFollowing: true, top: 0};

/**
The lines of the log, and how many were let go of before the first.
*/
export type LogFrame = DocumentFrame & {readonly before: number};

/**
Where one stands now that the log has gone on.
*/
export const settleLog = ({document, isFollowing, top}: LogState, frame: LogFrame): DocumentState => {
	if (isFollowing) {
		return settleDocument({...document, offset: Number.MAX_SAFE_INTEGER}, frame);
	}

	const {sources} = documentRows(frame.lines, frame.width, document.isWrapped);
	const line = Math.max(0, top - frame.before);
	return settleDocument({...document, offset: document.isWrapped ? Math.max(0, sources.indexOf(line)) : line}, frame);
};

/**
What a key does in a log: whoever goes up stays where he is, whoever comes to the end follows it again.
*/
export const reduceLog = (state: LogState, action: DocumentAction, frame: LogFrame): LogState => {
	const before = settleLog(state, frame);
	const document = reduceDocument(before, action, frame);
	const {rows, sources} = documentRows(frame.lines, frame.width, document.isWrapped);
	const isMoved = document.offset !== before.offset || action.type === 'scroll-to';
	const isAtEnd = document.offset + frame.height >= rows.length;
	const isFollowing = isMoved ? isAtEnd : state.isFollowing;
	// Going up in a text that fits has nowhere to go: the end stays in sight.
	return {document, isFollowing, top: frame.before + (sources[document.offset] ?? 0)};
};
