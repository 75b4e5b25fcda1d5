import {firstSpan} from '../changes/spans.js';
import type {Resource} from '../../source/model/resource.js';
import {
	navigateIn,
	placeIn,
	tellIn,
	type ActionContext,
} from './context.js';

/**
Opens what changed, or goes back from there.
*/
export const toggleChanges = (context: ActionContext): void => {
	navigateIn(context, placeIn(context).view === 'changes'
		? {type: 'back'}
		: {type: 'open', place: {view: 'changes', since: firstSpan(context.store.getSnapshot().changes)}});
};

/**
Opens the time line of the resource that the cursor stands on, or that is open.
*/
export const openTimeline = (context: ActionContext): void => {
	const place = placeIn(context);
	if (place.view === 'timeline') {
		navigateIn(context, {type: 'back'});
		return;
	}

	const selected = context.slot.current?.selected();
	// A row that stands for a verdict or a change holds its resource.
	const resource = selected && ('resource' in selected ? selected.resource as Resource | undefined : selected);
	if (!resource || resource.kind === 'finding' || resource.kind === 'vulnerability') {
		tellIn(context, 'No time line here: it belongs to a resource that is judged');
		return;
	}

	navigateIn(context, {type: 'open', place: {view: 'timeline', kind: resource.kind, key: resource.key}});
};
