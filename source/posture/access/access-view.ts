import type {RoleHolder} from '../../model/role-holder.js';
import {indexAccess, type AccessIndex} from './access-index.js';
import {accessMatrix, type AccessMatrix, type AccessResource} from './access-matrix.js';
import type {AccessParts} from './access-parts.js';
import {principalRights, type PrincipalRights} from './principal-rights.js';
import {registryReference, type RegistryReference} from './registry-reference.js';
import type {RegistryMode} from './registry-mode.js';
import {roleHolders} from './role-holders.js';
import {summariseAccess} from './summarise-access.js';
import type {AccessSummaries} from './summaries.js';
import {scopeWords} from './scope-width.js';
import {nameOf} from './name-of.js';

/**
Who can do what in the fleet: derived once for what was read, the rest when somebody looks at it.
*/
export type AccessView = {
	/**
	Worst first.
	*/
	readonly holders: readonly RoleHolder[];
	/**
	Works out step by step what checks ask of it.
	*/
	readonly summarise: () => Generator<void, AccessSummaries, void>;
	readonly parts: AccessParts;
	readonly matrixOf: (resource: AccessResource) => AccessMatrix;
	readonly rightsOf: (id: string, resources: readonly AccessResource[]) => PrincipalRights;
	readonly reference: (mode: RegistryMode) => RegistryReference;
	/**
	A scope as a person reads it.
	*/
	readonly placeOf: (scope: string) => string;
	readonly nameOf: (id: string) => string;
};

/**
So many answers are remembered: those of what was looked at last.
*/
const mostRemembered = 8;

const rememberBy = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
	const known = new Map<Key, Value>();
	return key => {
		const value = known.get(key) ?? compute(key);
		known.delete(key);
		known.set(key, value);
		for (const oldest of known.keys().take(Math.max(0, known.size - mostRemembered))) {
			known.delete(oldest);
		}

		return value;
	};
};

const viewOf = (index: AccessIndex, holders: readonly RoleHolder[], now: number): AccessView => {
	const {parts} = index;
	const rightsFor = rememberBy((resources: readonly AccessResource[]) => rememberBy((id: string) => principalRights(index, id, resources)));
	return {
		holders,
		summarise: () => summariseAccess(index, now),
		parts,
		matrixOf: rememberBy((resource: AccessResource) => accessMatrix(index, resource)),
		rightsOf: (id, resources) => rightsFor(resources)(id),
		reference: registryReference,
		placeOf: scope => scopeWords(scope, id => parts.subscriptionNames.get(id) ?? id),
		nameOf: id => nameOf(index, id).name,
	};
};

/**
Derives the view step by step.

@param now milliseconds since 1970
@yields after each step
*/
export const deriveAccess = function * (parts: AccessParts, now: number): Generator<void, AccessView, void> {
	const index = yield * indexAccess(parts, now);
	return viewOf(index, yield * roleHolders(index), now);
};
