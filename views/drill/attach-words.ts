import type {RegistryRight} from '../../source/posture/relations.js';
import type {Line} from '../theme.js';

/**
What a role by which a cluster reaches a registry is worth.
*/
export const rightWords = ({role, pulls, changes, isVoid, scope, registryKey}: RegistryRight): Line => {
	const where = scope === registryKey ? 'at the registry' : `at ${scope}`;
	if (isVoid) {
		return [{text: role}, {text: ': lets nobody pull here, the registry is in ABAC mode', tone: 'medium'}, {text: `, ${where}`, tone: 'dim'}];
	}

	return [
		{text: role},
		{text: pulls ? ': pulls' : ': does not pull', tone: pulls ? 'good' : 'dim'},
		...(changes ? [{text: ', and may push or delete too', tone: 'medium'} as const] : []),
		{text: `, ${where}`, tone: 'dim'},
	];
};
