import type {DiagnosticSetting} from '../../model/cluster-records.js';
import {unknown, type Fact} from '../../model/known.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {JudgeContext, Lookup} from '../../posture/check.js';
import {toUnknown} from '../error-detail.js';
import type {Known} from '../sources.js';
import {createMemo} from './memo.js';

type Read = Pick<Known, 'assessedSubscriptions' | 'diagnosticSettings'>;

type Errors = {readonly [Name in keyof Read]?: SourceErrorDetail | undefined};

export type AroundContext = Required<Pick<JudgeContext, 'assessed' | 'diagnostics'>>;

/**
What is not among what was read has not been asked for yet, unless nothing could be.
*/
const lookupOf = <Value>(what: string) => {
	const notYet = unknown('not-asked', `${what} not been read yet.`);
	return createMemo((found: ReadonlyMap<string, Fact<Value>> | undefined, error: SourceErrorDetail | undefined): Lookup<string, Fact<Value>> => {
		const missing = !found && error ? toUnknown(error) : notYet;
		return {get: key => found?.get(key) ?? missing};
	});
};

/**
Makes the function that gives checks what is read of resources and subscriptions one by one; each lookup is the same one as long as it says
the same.
*/
export const createAroundContext = (): ((known: Read, errors: Errors) => AroundContext) => {
	const diagnostics = lookupOf<readonly DiagnosticSetting[]>('Its diagnostic settings have');
	const assessed = lookupOf<boolean>('Whether Defender assesses this subscription has');
	return (known, errors) => ({
		diagnostics: diagnostics(known.diagnosticSettings, errors.diagnosticSettings),
		assessed: assessed(known.assessedSubscriptions, errors.assessedSubscriptions),
	});
};
