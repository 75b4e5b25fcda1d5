import type {SourceName} from '../source/fleet/snapshot.js';
import type {Resource} from '../source/model/resource.js';
import type {WorklistEntry} from '../source/posture/worklist/entry.js';
import type {Judgement} from './judgements/judgement.js';
import type {DrillKind, Place} from './navigation.js';
import {panes} from './panes/index.js';
import {isDrillKind} from './resources.js';
import {tabs} from './drill/tabs.js';
import {surroundings} from './surroundings.js';
import type {VerdictOf} from './verdict-of.js';

/**
The place that a resource opens at; its first tab unless another is named, and there the entry that is named.
*/
export const placeOf = (resource: Resource, tab?: string, item?: string): Place | undefined =>
	isDrillKind(resource.kind)
		? {
			view: 'drill', kind: resource.kind, key: resource.key, tab: tab ?? tabs[resource.kind][0]!.id, ...(item !== undefined && {item}),
		}
		: undefined;

/**
The place that explains a verdict: its resource's posture, with the cursor on the check.
*/
export const placeOfJudgement = ({resource, verdict}: Judgement): Place | undefined =>
	isDrillKind(resource.kind)
		? {
			view: 'drill', kind: resource.kind, key: resource.key, tab: 'posture', item: verdict.checkId,
		}
		: undefined;

/**
The place that a line of the worklist opens at: the check on its resource's posture, or the finding.
*/
export const placeOfEntry = ({resource, verdict}: WorklistEntry): Place | undefined => {
	if (!resource) {
		// A line of the decisions file: what is wrong with it stands among the notices.
		return {view: 'notices'};
	}

	return verdict ? placeOf(resource, 'posture', verdict.checkId) : placeOf(resource);
};

/**
The place that explains one verdict, every piece of evidence by itself.
*/
export const placeOfExplanation = ({resource, checkId}: VerdictOf): Place | undefined =>
	isDrillKind(resource.kind)
		? {
			view: 'explain', kind: resource.kind, key: resource.key, check: checkId,
		}
		: undefined;

const sourceOfKind = (kind: DrillKind): SourceName => [...panes, ...surroundings].find(entry => entry.kind === kind)!.source;

/**
What ctrl-r reads again at a place; absent where that is everything.
*/
export const sourceOfPlace = (place: Place): SourceName | undefined => {
	switch (place.view) {
		case 'overview':
		case 'pane': {
			return panes.find(pane => pane.id === place.pane)!.source;
		}

		case 'explain':
		case 'list':
		case 'drill': {
			return sourceOfKind(place.kind);
		}

		case 'exposure':
		case 'patching': {
			return 'clusters';
		}

		case 'coverage': {
			return 'defenderPlans';
		}

		case 'recommendations': {
			return 'containerGroups';
		}

		case 'roles':
		case 'judgements':
		case 'worklist':
		case 'checks':
		case 'score':
		case 'changes':
		case 'timeline':
		case 'notices':
		case 'help': {
			return undefined;
		}
	}
};
