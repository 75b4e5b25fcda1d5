import {unknown} from '../model/known.js';
import type {RegistryRecords} from '../model/registry-records.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import type {JudgeContext, RegistryFacts} from '../posture/check.js';
import {toUnknown} from './error-detail.js';
import {createMemo} from './relations/memo.js';

const notYet = unknown('not-asked', 'What only the registry\'s own service tells has not been read yet.');

const facts = new WeakMap<RegistryRecords, RegistryFacts>();

const factsOf = (records: RegistryRecords): RegistryFacts => {
	const {usages, tokens, scopeMaps} = records;
	const known = facts.get(records) ?? {usages, tokens, scopeMaps};
	facts.set(records, known);
	return known;
};

/**
Makes the function that gives checks what registries tell one by one; the same lookup while it says the same.
*/
export const createRegistryFacts = (): ((records: ReadonlyMap<string, RegistryRecords>, error: SourceErrorDetail | undefined) => NonNullable<JudgeContext['registryRecords']>) =>
	createMemo((records: ReadonlyMap<string, RegistryRecords>, error: SourceErrorDetail | undefined) => ({
		get(key: string) {
			const found = records.get(key);
			return found ? factsOf(found) : (error ? toUnknown(error) : notYet);
		},
	}));
