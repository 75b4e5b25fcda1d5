import {sanitize} from '../../terminal/sanitize.js';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
What an error answer says of itself.
*/
export type AnswerWords = {
	/**
	Azure's code, e.g. `AuthorizationFailed`; empty where there is none.
	*/
	readonly code: string;
	/**
	Azure's sentence, sanitised; empty where there is none.
	*/
	readonly message: string;
	readonly isHtml: boolean;
	readonly isEmpty: boolean;
};

/**
A refusal names the right and the scope at the end of a long sentence.
*/
const longestMessage = 1500;

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/**
Resource Graph says "Please provide below info" in its message and keeps the reason in `details`.
*/
const reasonOf = (error: Members): Members => {
	const details = (Array.isArray(error.details) ? error.details as readonly unknown[] : []).filter(detail => isMembers(detail));
	const telling = details.find(detail => !['', 'InvalidQuery'].includes(textOf(detail.code))) ?? details[0];
	return telling !== undefined && textOf(error.message).startsWith('Please provide below info') ? telling : error;
};

/**
Reads the body of an error in any of Azure's shapes: wrapped in `error` (gateway), flat (AKS), `error` and
`error_description` (Entra), HTML (front door, proxies) or nothing. Never throws.
*/
export const answerWords = (body: string): AnswerWords => {
	const parsed = parse(body);
	const flags = {isHtml: /^\s*<(?:!doctype|html|\?xml|head|body)/iv.test(body), isEmpty: body.trim() === ''};
	if (!isMembers(parsed)) {
		return {code: '', message: '', ...flags};
	}

	if (typeof parsed.error === 'string') {
		return {code: sanitize(parsed.error, 80), message: sanitize(textOf(parsed.error_description), longestMessage), ...flags};
	}

	const words = reasonOf(isMembers(parsed.error) ? parsed.error : parsed);
	return {code: sanitize(textOf(words.code), 80), message: sanitize(textOf(words.message), longestMessage), ...flags};
};
