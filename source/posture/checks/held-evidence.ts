import type {Held, Some} from '../access/summaries.js';
import type {Evidence} from '../check.js';

/**
Roles that are held as evidence: each by its scope, and how many more there are.
*/
export const heldEvidence = ({total, first}: Some<Held>, words: (held: Held) => string = ({role}) => role): readonly Evidence[] => [
	...first.map(held => ({path: `role assignment of ${held.name} at ${held.scope}`, value: words(held)})),
	...(total > first.length ? [{path: 'further role assignments', value: String(total - first.length)}] : []),
];
