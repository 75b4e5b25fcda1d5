import {useMemo} from 'react';
import {createGains} from '../../source/posture/gains.js';
import {judgedLists} from '../judgements/judged-lists.js';
import type {Action} from '../keymap.js';
import type {NavigationAction} from '../navigation.js';
import {placeOf} from '../places.js';
import {gainItems} from '../score/gain-items.js';
import {useDerivation} from '../use-derivation.js';
import {useSnapshot} from '../use-fleet.js';
import PickView from './pick-view.js';

/**
The ten failures whose mending would raise the fleet's score most, with the formula by which it comes about.
*/
export default function ScoreScreen({width, height, navigate, onAction}: {
	readonly width: number;
	readonly height: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const {posture} = snapshot;
	// eslint-disable-next-line react-hooks/exhaustive-deps -- anew only when something that it looks at has changed
	const input = useMemo(() => ({lists: judgedLists(snapshot), posture}), [...judgedLists(snapshot), posture]);
	const gains = useDerivation('gains', createGains, input);
	const items = useMemo(() => gainItems(gains ?? []), [gains]);
	const gainOf = (key: string) => items.find(item => item.key === key)?.gain;
	return (
		<PickView
			id='score'
			items={items}
			empty={gains ? 'Nothing that fails holds the score down.' : 'Being worked out.'}
			width={width}
			height={height}
			title={[{text: `Score ${posture.score === undefined ? '--' : Math.floor(posture.score)}`, tone: 'accent', bold: true}, {text: ' what would raise it most'}]}
			corner={[]}
			resource={undefined}
			checkOf={key => {
				const gain = gainOf(key);
				return gain && {resource: gain.resource, checkId: gain.verdict.checkId};
			}}
			onOpen={key => {
				const gain = gainOf(key);
				const place = gain && placeOf(gain.resource, 'posture', gain.verdict.checkId);
				if (place) {
					navigate({type: 'open', place});
				}
			}}
			onAction={onAction}
		/>
	);
}
