import type {Permission} from '../../model/role-definition.js';
import {matchPermissions, type Match} from './match-permissions.js';
import type {Need} from './operation.js';

/*
A tenant has a few hundred roles and tens of thousands of assignments of them: each role is asked once for each need. Keyed by the
blocks themselves, so that a definition that changed is asked again, and by the needs themselves, which are constants: to put a key together
would cost more than the answer.
*/
const asked = new WeakMap<readonly Permission[], WeakMap<Need, Match | 'none'>>();

/**
As `matchPermissions`, and remembered.
*/
export const matchOnce = (permissions: readonly Permission[], need: Need): Match | undefined => {
	let answers = asked.get(permissions);
	if (!answers) {
		answers = new WeakMap();
		asked.set(permissions, answers);
	}

	let answer = answers.get(need);
	if (answer === undefined) {
		answer = matchPermissions(permissions, need) ?? 'none';
		answers.set(need, answer);
	}

	return answer === 'none' ? undefined : answer;
};
