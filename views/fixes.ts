import type {Snapshot} from '../source/fleet/snapshot.js';
import type {Resource} from '../source/model/resource.js';
import {severityRank} from '../source/model/severity.js';
import type {Verdict} from '../source/posture/check.js';
import {checkById} from '../source/posture/checks/index.js';
import {standingOf} from '../source/posture/standing.js';

/**
The command that fixes what one check says of a resource.
*/
export const fixOf = (resource: Resource, checkId: string): string | undefined =>
	checkById.get(checkId)?.fix(resource as never).command;

/**
The worst of a resource's failed checks; absent where none failed.
*/
export const worstFailureOf = (snapshot: Snapshot, resource: Resource): Verdict | undefined => {
	const failed = snapshot.posture.byKey.get(resource.key)?.verdicts.filter(verdict => standingOf(verdict) === 'fail') ?? [];
	const [worst] = failed.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
	return worst;
};

/**
The command for the worst of a resource's failed checks; absent where none failed.
*/
export const worstFixOf = (snapshot: Snapshot, resource: Resource): string | undefined => {
	const worst = worstFailureOf(snapshot, resource);
	return worst && fixOf(resource, worst.checkId);
};
