import type {Inside, Reach} from '../model/inside.js';
import {unknown, type Unknown} from '../model/known.js';

/**
A look inside of which every part is unknown for the same reason.
*/
export const insideUnknown = (clusterKey: string, reach: Reach, reason: Unknown, readAt: number): Inside => ({
	clusterKey,
	reach,
	version: reason,
	nodes: reason,
	services: reason,
	routes: reason,
	namespacePolicies: reason,
	kured: reason,
	agents: reason,
	storageClasses: reason,
	clusterAdmins: reason,
	images: reason,
	readAt,
});

/**
Why no way led to a cluster: what failed tells more than what was not asked for.
*/
export const reasonOf = ({attempts}: Reach): Unknown => {
	// Where Entra does not sign in, the certificate is the way that could be opened.
	const attempt = attempts.find(({cause}) => cause !== 'not-asked') ?? attempts.find(({way}) => way === 'local-account') ?? attempts[0];
	if (!attempt) {
		return unknown('not-asked', 'Nobody has looked inside this cluster.');
	}

	const {cause, reason, remedy} = attempt;
	return unknown(cause, remedy === undefined ? reason : `${reason} ${remedy}`);
};
