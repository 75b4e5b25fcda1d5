import {useMemo} from 'react';
import {longName} from '../../source/model/long-name.js';
import {checkById} from '../../source/posture/checks/index.js';
import {explainItems} from '../explain/explain-items.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction, type Place} from '../navigation.js';
import {placeOf} from '../places.js';
import {findResource} from '../resources.js';
import type {Line} from '../theme.js';
import {useTools} from '../tools.js';
import {useFleetStore, useSnapshot} from '../use-fleet.js';
import PickView from './pick-view.js';

/**
Why one verdict is what it is: every piece of evidence, each one key away from the member of the document it was read from.
*/
export default function ExplainScreen({place, width, height, navigate, onAction}: {
	readonly place: Extract<Place, {readonly view: 'explain'}>;
	readonly width: number;
	readonly height: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const snapshot = useSnapshot();
	const resource = findResource(snapshot, place.kind, place.key);
	const check = checkById.get(place.check);
	const verdict = snapshot.posture.byKey.get(place.key)?.verdicts.find(({checkId}) => checkId === place.check);
	const events = useFleetStore().timelineOf(place.key);
	const items = useMemo(
		() => (resource && check && verdict ? explainItems(resource, check, verdict, {snapshot, events}) : []),
		[resource, check, verdict, snapshot, events],
	);
	const title: Line = [
		{text: `Explain ${theme.glyphs.crumb} `, tone: 'dim'},
		{text: resource ? longName(resource) : place.key.slice(place.key.lastIndexOf('/') + 1), tone: 'accent', bold: true},
		{text: `: ${check?.title ?? place.check}`},
	];
	const toDocument = (): void => {
		const document = resource && placeOf(resource, 'document');
		if (document) {
			navigate({type: 'open', place: document});
		}
	};

	return (
		<PickView
			id={tableIdOf(place)}
			items={items}
			empty='This resource, or this verdict, is not in what was read: it may be gone.'
			width={width}
			height={height}
			title={title}
			corner={[]}
			resource={resource}
			onOpen={key => {
				const to = items.find(item => item.key === key)?.place;
				if (to) {
					navigate({type: 'open', place: to});
				}
			}}
			onAction={action => {
				if (action === 'document') {
					toDocument();
					return true;
				}

				// It is explained already.
				return action === 'explain' || onAction(action);
			}}
		/>
	);
}
