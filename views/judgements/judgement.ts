import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import type {Verdict} from '../../source/posture/check.js';
import {standingOf} from '../../source/posture/standing.js';
import type {JudgementFilter} from '../navigation.js';
import {judgedLists} from './judged-lists.js';

/**
One verdict of the fleet as a row: what the header's numbers count, one row for each that is counted.
*/
export type Judgement = Resource & {
	readonly verdict: Verdict;
	readonly resource: Resource;
};

const counts = (verdict: Verdict, show: JudgementFilter): boolean =>
	standingOf(verdict) === (show === 'unknown' ? 'unknown' : 'fail') && (show === 'unknown' || verdict.severity === show);

const judgementOf = (resource: Resource, verdict: Verdict): Judgement => {
	// Only what a row needs: a fleet has tens of thousands, and a cluster sixty members.
	const {kind, id, key, name, subscriptionId, resourceGroup, region, tags} = resource;
	return {
		kind, id, key: `${key}#${verdict.checkId}`, name, subscriptionId, resourceGroup, region, tags, verdict, resource,
	};
};

/**
Calls back for each resource that was judged, once.
*/
const eachJudged = (snapshot: Snapshot, look: (resource: Resource, verdicts: readonly Verdict[]) => void): void => {
	const seen = new Set<string>();
	for (const resource of judgedLists(snapshot).flat()) {
		const posture = snapshot.posture.byKey.get(resource.key);
		// Some answers hold a resource twice.
		if (!posture || seen.has(resource.key)) {
			continue;
		}

		seen.add(resource.key);
		look(resource, posture.verdicts);
	}
};

/**
Every verdict that a number of the header counts, in the order of the panes.
*/
export const judgementsOf = (snapshot: Snapshot, show: JudgementFilter): readonly Judgement[] => {
	const rows: Judgement[] = [];
	eachJudged(snapshot, (resource, verdicts) => {
		for (const verdict of verdicts) {
			if (counts(verdict, show)) {
				rows.push(judgementOf(resource, verdict));
			}
		}
	});
	return rows;
};

/**
Every verdict of one check, however it stands.
*/
export const judgementsOfCheck = (snapshot: Snapshot, checkId: string): readonly Judgement[] => {
	const rows: Judgement[] = [];
	eachJudged(snapshot, (resource, verdicts) => {
		const verdict = verdicts.find(candidate => candidate.checkId === checkId);
		if (verdict) {
			rows.push(judgementOf(resource, verdict));
		}
	});
	return rows;
};
