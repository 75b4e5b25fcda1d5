import type {Permission} from '../../model/role-definition.js';
import {matchPermissions, type Match} from './match-permissions.js';
import type {Need} from './operation.js';

/*
A tenant has a few hundred roles and tens of thousands of assignments of them: each role is asked once for each need. Keyed by the
blocks themselves, so that a definition that changed is asked again.
*/
const asked = new WeakMap<readonly Permission[], Map<string, Match | undefined>>();

/**
As `matchPermissions`, and remembered.
*/
export const matchOnce = (permissions: readonly Permission[], need: Need): Match | undefined => {
	let answers = asked.get(permissions);
	if (!answers) {
		answers = new Map();
		asked.set(permissions, answers);
	}

	const key = `${need.plane} ${need.action}`;
	if (!answers.has(key)) {
		answers.set(key, matchPermissions(permissions, need));
	}

	return answers.get(key);
};
