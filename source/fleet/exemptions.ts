import type {Decide} from '../decisions/decision.js';
import type {Finding} from '../model/finding.js';
import type {Acceptance} from '../posture/check.js';
import {exemptionsByVerdict} from '../posture/defender/exemption-of.js';
import {isSameJson} from './reuse.js';

/**
Makes the function that joins what a team has accepted in its file with what is exempt in Azure; the file goes first, for it
says who and until when. The same function again while neither says otherwise.
*/
export const createExemptions = (): ((inFile: Decide | undefined, findings: readonly Finding[]) => Decide | undefined) => {
	let known: readonly Finding[] | undefined;
	let exempt: ReadonlyMap<string, Acceptance> = new Map();
	let joined: {readonly inFile: Decide | undefined; readonly exempt: ReadonlyMap<string, Acceptance>; readonly decide: Decide | undefined} | undefined;
	return (inFile, findings) => {
		if (findings !== known) {
			known = findings;
			const next = exemptionsByVerdict(findings);
			exempt = isSameJson([...exempt], [...next]) ? exempt : next;
		}

		if (joined?.inFile !== inFile || joined?.exempt !== exempt) {
			const inAzure = exempt;
			joined = {
				inFile,
				exempt,
				decide: exempt.size === 0 ? inFile : (resource, checkId) => inFile?.(resource, checkId) ?? inAzure.get(`${resource.key}#${checkId}`),
			};
		}

		return joined.decide;
	};
};
