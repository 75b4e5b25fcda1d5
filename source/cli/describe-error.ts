import {SourceError} from '../model/source-error.js';
import {UsageError} from '../model/usage-error.js';
import {sanitize, sanitizeText} from '../terminal/sanitize.js';

const prefix = (line: string): string => `crowsnest: ${line}\n`;

const sentence = (error: unknown): string => {
	if (error instanceof SourceError) {
		return error.detail.remedy === undefined ? error.detail.reason : `${error.detail.reason} Way out: ${error.detail.remedy}`;
	}

	return error instanceof Error && error.message !== '' ? error.message : 'it ended with an error that says nothing';
};

/**
What stderr says of an error, and the exit code: 2 for usage, 1 for the rest. The stack only where it is asked for.
*/
export const describeError = (error: unknown, isDebug: boolean): {readonly text: string; readonly exitCode: number} => {
	const lines = error instanceof UsageError ? error.problems : [sentence(error)];
	const text = lines.map(line => prefix(sanitize(line, 1000))).join('');
	const stack = isDebug && error instanceof Error ? `${sanitizeText(error.stack ?? '')}\n` : '';
	return {text: text + stack, exitCode: error instanceof UsageError ? 2 : 1};
};
