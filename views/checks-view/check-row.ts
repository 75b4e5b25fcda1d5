import type {Resource} from '../../source/model/resource.js';
import type {Check} from '../../source/posture/check.js';
import type {CheckTally} from '../../source/posture/check-tally.js';
import {checks} from '../../source/posture/checks/index.js';

/**
A check of the catalogue as a row, with how many resources stand how.
*/
export type CheckRow = Resource & {
	readonly check: Check;
	readonly tally: CheckTally;
	/**
	A check is no resource: nothing of Azure opens from it.
	*/
	readonly resource: undefined;
};

const none: CheckTally = {
	fail: 0, unknown: 0, accepted: 0, pass: 0, 'not-applicable': 0,
};

/**
A row for each check of the catalogue, also for one that has judged nothing yet.
*/
export const checkRows = (tallies: ReadonlyMap<string, CheckTally> | undefined): readonly CheckRow[] => checks.map(check => ({
	kind: check.kind,
	id: check.id,
	key: `check:${check.id}`,
	name: check.title,
	subscriptionId: '',
	resourceGroup: '',
	region: '',
	tags: {},
	check,
	tally: tallies?.get(check.id) ?? none,
	resource: undefined,
}));
