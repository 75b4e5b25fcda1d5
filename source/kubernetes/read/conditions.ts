import type {Branch} from '../../azure/read/branch.js';
import {maskSecretsIn} from '../../azure/read/secrets.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import {listOf} from './list-of.js';

export type Condition = {
	readonly type: string;
	readonly status: string;
	readonly since: string | undefined;
	readonly reason: string | undefined;
	readonly message: string | undefined;
};

const readCondition = (element: Branch): Condition | undefined => {
	const type = element.word('type');
	const status = element.word('status');
	if (typeof type !== 'string' || typeof status !== 'string') {
		return undefined;
	}

	const message = element.raw('message');
	return {
		type,
		status,
		since: valueOf(element.text('lastTransitionTime', 64)),
		reason: valueOf(element.word('reason')),
		message: typeof message === 'string' ? maskSecretsIn(sanitize(message)) : undefined,
	};
};

/**
The conditions of a node or a Gateway; one without type or status makes them unknown.
*/
export const readConditions = (status: Branch): Fact<readonly Condition[] | undefined> => listOf(status, 'conditions', readCondition);

/**
`Ready` and what is built like it tells of something good; every other condition of a node tells of a problem.
*/
const isGood = (type: string): boolean => /(?:Ready|Healthy)$/v.test(type);

/**
The conditions of a node that are not as they should be, beside Ready: also those of which nobody tells any more.
*/
export const problemsOf = (conditions: Fact<readonly Condition[] | undefined>): Fact<readonly Condition[]> => {
	const isWrong = ({type, status}: Condition): boolean => type !== 'Ready' && status !== (isGood(type) ? 'True' : 'False');
	return isUnknown(conditions) ? conditions : (conditions ?? []).filter(condition => isWrong(condition));
};
