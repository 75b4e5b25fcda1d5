import type {Resource} from '../../source/model/resource.js';
import type {Action} from '../keymap.js';
import {paneIds, type PaneId, type Place} from '../navigation.js';
import {headerDoors} from '../parts/header/header-line.js';
import {placeOf} from '../places.js';
import {
	navigateIn,
	placeIn,
	tellIn,
	type ActionContext,
} from './context.js';

const paneKeys: readonly Action[] = ['pane-1', 'pane-2', 'pane-3', 'pane-4'];

const switchPane = (context: ActionContext, place: Place, pane: PaneId): void => {
	// On the whole screen it stays on the whole screen; from a list of verdicts the panes are the overview's.
	navigateIn(context, place.view === 'pane' ? {type: 'replace', place: {view: 'pane', pane}} : {type: 'jump', trail: [{view: 'overview', pane}]});
};

const stepPane = (context: ActionContext, place: Extract<Place, {readonly pane: PaneId}>, by: 1 | -1): void => {
	const index = paneIds.indexOf(place.pane) + by;
	// The numbers of the header stand in the same round as the panes.
	if (place.view === 'overview' && (index < 0 || index >= paneIds.length)) {
		context.dispatch({type: 'focus-header', door: headerDoors[0]});
		return;
	}

	const pane = paneIds[(index + paneIds.length) % paneIds.length]!;
	navigateIn(context, {type: 'replace', place: {...place, pane}});
};

const selectedIn = ({slot}: ActionContext): Resource | undefined => {
	const selected = slot.current?.selected();
	// A row that stands for a verdict or a group holds its resource, or none.
	return selected && ('resource' in selected ? selected.resource as typeof selected | undefined : selected);
};

const openSelected = (context: ActionContext, tab: string): void => {
	const resource = selectedIn(context);
	const place = resource && placeOf(resource, tab);
	if (place) {
		navigateIn(context, {type: 'open', place});
	}
};

/**
Where each kind of resource tells what is vulnerable.
*/
const vulnerabilityTabs: Readonly<Partial<Record<Resource['kind'], string>>> = {finding: 'cves', cluster: 'findings', registry: 'findings'};

const openVulnerabilities = (context: ActionContext): void => {
	const resource = selectedIn(context);
	const tab = resource && vulnerabilityTabs[resource.kind];
	if (tab === undefined) {
		tellIn(context, 'No vulnerabilities here: Defender tells them of clusters, registries and in its findings');
	} else {
		openSelected(context, tab);
	}
};

/**
Keys of tables that are no drill's: panes, whole screen, straight to a tab; says whether the action meant something.
*/
export const actOnPanes = (action: Action, context: ActionContext): boolean => {
	const place = placeIn(context);
	const number = paneKeys.indexOf(action);
	if (number !== -1) {
		switchPane(context, place, paneIds[number]!);
		return true;
	}

	switch (action) {
		case 'next-pane':
		case 'previous-pane': {
			if (place.view === 'overview' || place.view === 'pane') {
				stepPane(context, place, action === 'next-pane' ? 1 : -1);
			}

			return true;
		}

		case 'full-screen': {
			if (place.view === 'overview') {
				navigateIn(context, {type: 'open', place: {view: 'pane', pane: place.pane}});
			} else if (place.view === 'pane') {
				navigateIn(context, {type: 'jump', trail: [{view: 'overview', pane: place.pane}]});
			}

			return true;
		}

		case 'describe': {
			openSelected(context, 'overview');
			return true;
		}

		case 'document': {
			openSelected(context, 'document');
			return true;
		}

		case 'vulnerabilities': {
			openVulnerabilities(context);
			return true;
		}

		default: {
			return false;
		}
	}
};
