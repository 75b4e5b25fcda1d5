import type {SourceName} from '../source/fleet/snapshot.js';
import type {Resource} from '../source/model/resource.js';
import type {Judgement} from './judgements/judgement.js';
import type {DrillKind, Place} from './navigation.js';
import {panes} from './panes/index.js';
import {isDrillKind} from './resources.js';
import {tabs} from './drill/tabs.js';

/**
The place that a resource opens at; its first tab unless another is named.
*/
export const placeOf = (resource: Resource, tab?: string): Place | undefined =>
	isDrillKind(resource.kind)
		? {
			view: 'drill', kind: resource.kind, key: resource.key, tab: tab ?? tabs[resource.kind][0]!.id,
		}
		: undefined;

/**
The place that explains a verdict: its resource's checks, with the cursor on the check.
*/
export const placeOfJudgement = ({resource, verdict}: Judgement): Place | undefined =>
	isDrillKind(resource.kind)
		? {
			view: 'drill', kind: resource.kind, key: resource.key, tab: 'checks', item: verdict.checkId,
		}
		: undefined;

const sourceOfKind = (kind: DrillKind): SourceName => panes.find(pane => pane.kind === kind)!.source;

/**
What ctrl-r reads again at a place; absent where that is everything.
*/
export const sourceOfPlace = (place: Place): SourceName | undefined => {
	switch (place.view) {
		case 'overview':
		case 'pane': {
			return panes.find(pane => pane.id === place.pane)!.source;
		}

		case 'drill': {
			return sourceOfKind(place.kind);
		}

		case 'judgements':
		case 'notices':
		case 'help': {
			return undefined;
		}
	}
};
