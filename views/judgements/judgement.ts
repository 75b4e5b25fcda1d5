import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {Verdict} from '../../source/posture/check.js';
import {standingOf} from '../../source/posture/standing.js';
import type {JudgementFilter} from '../navigation.js';

/**
One verdict of the fleet as a row: what the header's numbers count, one row for each that is counted.
*/
export type Judgement = Resource & {
	readonly verdict: Verdict;
	readonly resource: Resource;
};

const counts = (verdict: Verdict, show: JudgementFilter): boolean =>
	standingOf(verdict) === (show === 'unknown' ? 'unknown' : 'fail') && (show === 'unknown' || verdict.severity === show);

const judgementOf = (resource: Resource, verdict: Verdict): Judgement => ({
	...resource,
	key: `${resource.key}#${verdict.checkId}`,
	verdict,
	resource,
});

/**
Every verdict that a number of the header counts, in the order of the panes.
*/
export const judgementsOf = (snapshot: Snapshot, show: JudgementFilter): readonly Judgement[] => {
	const rows: Judgement[] = [];
	for (const resources of [snapshot.clusters, snapshot.nodePools, snapshot.registries]) {
		for (const resource of resources) {
			const posture = snapshot.posture.byKey.get(resource.key);
			// Most resources have none: their verdicts need not be looked through.
			if (posture && (show === 'unknown' ? posture.unknown : posture.failed[show]) > 0) {
				rows.push(...posture.verdicts.filter(verdict => counts(verdict, show)).map(verdict => judgementOf(resource, verdict)));
			}
		}
	}

	return rows;
};
