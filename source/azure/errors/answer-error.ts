import type {SourceErrorDetail} from '../../model/source-error.js';
import {sanitize} from '../../terminal/sanitize.js';
import {answerWords, type AnswerWords} from './answer-words.js';
import {forbidden, unauthenticated} from './refusal.js';
import {retryAfter, type HeaderOf} from './retry-after.js';

/**
An answer that is an error, with what was asked.
*/
export type Answer = {
	readonly status: number;
	readonly header: HeaderOf;
	readonly words: AnswerWords;
	readonly host: string;
	/**
	The action that the request needs; absent where it is not known.
	*/
	readonly right: string | undefined;
	/**
	The path that was asked, as a scope.
	*/
	readonly scope: string | undefined;
};

type Explained = Pick<SourceErrorDetail, 'cause' | 'reason' | 'remedy'>;

const said = ({status, words: {code, message}}: Answer): string =>
	`${status}${code === '' ? '' : ` ${code}`}${message === '' ? '' : `: ${sanitize(message, 300)}`}`;

const badRequest = (answer: Answer): Explained => {
	const {code, message} = answer.words;
	switch (code) {
		case 'NoValidSubscriptionsInQueryRequest': {
			return {cause: 'denied', reason: 'Resource Graph may read none of the subscriptions for this identity.', remedy: 'az role assignment create --assignee OBJECT_ID --role Reader --scope /subscriptions/SUBSCRIPTION'};
		}

		case 'SubscriptionsContainInvalidGuids': {
			return {cause: 'not-found', reason: `A subscription is not an id: ${sanitize(message, 200)}`, remedy: 'az account list --query "[].id"'};
		}

		case 'TooManySubscriptionsUnderScope': {
			return {cause: 'malformed', reason: 'There are more subscriptions under this scope than Resource Graph reads at once.', remedy: 'name some with --subscription, or a smaller group with --management-group'};
		}

		default: {
			return {cause: 'malformed', reason: `Azure does not take the question (${said(answer)}).`, remedy: undefined};
		}
	}
};

const notFound = (answer: Answer): Explained => {
	const {code, message, isEmpty} = answer.words;
	if (code === 'SubscriptionNotFound') {
		const id = /'(?<id>[^']+)'/v.exec(message)?.groups?.id;
		return {cause: 'not-found', reason: `There is no subscription ${id ?? ''} that this identity can see.`.replace('  ', ' '), remedy: 'az account list --query "[].{id:id, name:name}" --output table'};
	}

	return code === 'InvalidResourceType' || code === 'InvalidResourceNamespace' ? {cause: 'not-found', reason: `This cloud does not offer it: ${sanitize(message, 300)}`, remedy: undefined} : {cause: 'not-found', reason: isEmpty ? 'It is not there any more (404).' : `It is not there (${said(answer)}).`, remedy: undefined};
};

const broken = (answer: Answer): Explained => {
	const {words: {isHtml}, host, status} = answer;
	const what = isHtml ? `${status}, a web page in place of an answer` : said(answer);
	return {cause: 'unreachable', reason: `${host} is out of order (${what}).`, remedy: undefined};
};

const explain = (answer: Answer): Explained => {
	const {status, words, host} = answer;
	if (status === 408 || status >= 500) {
		return broken(answer);
	}

	switch (status) {
		case 400: {
			return badRequest(answer);
		}

		case 401: {
			return unauthenticated(answer);
		}

		case 403: {
			return forbidden(answer);
		}

		case 404: {
			return notFound(answer);
		}

		case 409: {
			return words.code === 'MissingSubscriptionRegistration'
				? {cause: 'not-found', reason: `The subscription does not use this service: ${sanitize(words.message, 300)}`, remedy: undefined}
				: {cause: 'unreachable', reason: `Azure is busy with it (${said(answer)}).`, remedy: undefined};
		}

		case 429: {
			return {cause: 'throttled', reason: `${host} asks to slow down${words.code === '' ? '' : ` (${words.code})`}.`, remedy: undefined};
		}

		default: {
			return status >= 300 && status < 400
				? {cause: 'unreachable', reason: `${host} sends elsewhere (${status}); crowsnest does not follow.`, remedy: 'check the proxy (HTTPS_PROXY) and --cloud'}
				: {cause: 'unreachable', reason: `${host} answered ${said(answer)}.`, remedy: undefined};
		}
	}
};

/**
Puts an error answer of Resource Manager, Resource Graph or AKS into words.

`request` is what was asked: host, the action that it needs and the scope, for a refusal that does not name them; `now` in
milliseconds since 1970.
*/
export const explainAnswer = (
	{status, header, body}: {readonly status: number; readonly header: HeaderOf; readonly body: string},
	request: Pick<Answer, 'host' | 'right' | 'scope'>,
	now: number,
): SourceErrorDetail => {
	const wait = status === 429 || status === 503 ? retryAfter(header, now) : undefined;
	return {
		...explain({
			status, header, words: answerWords(body), ...request,
		}),
		retryAt: wait === undefined ? undefined : now + wait,
	};
};
