import {sanitize, sanitizeText} from '../../source/terminal/sanitize.js';

/**
What is printed about an error after the screen was left: one sentence; with `isDebug` its stack, and that of its causes.
*/
export const failureText = (error: unknown, isDebug: boolean): string => {
	const message = error instanceof Error ? error.message : String(error);
	const sentence = `crowsnest: ${sanitize(message === '' ? 'stopped by an error without a message.' : message)}\n`;
	if (!isDebug || !(error instanceof Error)) {
		return sentence;
	}

	const stacks: string[] = [];
	for (let cause: unknown = error; cause instanceof Error && stacks.length < 5; cause = cause.cause) {
		stacks.push(sanitizeText(cause.stack ?? cause.message));
	}

	return `${sentence}${stacks.join('\nCaused by ')}\n`;
};
