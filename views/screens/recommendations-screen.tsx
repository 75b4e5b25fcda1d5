import {useMemo} from 'react';
import {boardOf, type RecommendationState} from '../../source/posture/groups/recommendations.js';
import {fixablesOf} from '../actions/fixables.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction, type Place} from '../navigation.js';
import {
	boardRows,
	standingsOf,
	type BoardRow,
	type GroupStanding,
} from '../recommendations/board-row.js';
import {
	boardColumns,
	boardSort,
	standingColumns,
	standingSort,
} from '../recommendations/columns.js';
import {factsOf} from '../recommendations/facts-of.js';
import {recommendationWords, stateWords} from '../recommendations/words.js';
import {useDerivation} from '../use-derivation.js';
import {useSnapshot} from '../use-fleet.js';
import TablePane from './table-pane.js';

type RecommendationsPlace = Extract<Place, {readonly view: 'recommendations'}>;

const nothing = (): undefined => undefined;

const states: readonly RecommendationState[] = ['not-met', 'unknown', 'met'];

/**
The eight recommendations for container instances over the fleet; a row opens the groups that it counts, and one of those its own board.
*/
export default function RecommendationsScreen({place, width, height, now, navigate, onAction}: {
	readonly place: RecommendationsPlace;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const {containerGroups} = snapshot;
	const facts = factsOf(snapshot);
	const input = useMemo(() => ({groups: containerGroups, facts}), [containerGroups, facts]);
	const board = useDerivation('recommendations', () => boardOf, input);
	const rows = useMemo(() => boardRows(board), [board]);
	const shared = {
		isFocused: true, id: tableIdOf(place), width, height, now, onAction,
	};
	const only = rows.find(({recommendation}) => recommendation === place.only);
	if (only) {
		return (
			<TablePane
				{...shared}
				rows={standingsOf(only)}
				columns={standingColumns}
				defaultSort={standingSort}
				empty='No container group is left.'
				title={[{text: 'Recommendations', tone: 'accent', bold: true}, {text: `: ${recommendationWords[only.recommendation].title}`, bold: true}]}
				status={states.flatMap((state, index) => [{text: `${index === 0 ? '' : '  '}${stateWords[state].word} `, tone: stateWords[state].tone}, {text: String(only.groups[state].length), bold: true}])}
				isWrong={({state}: GroupStanding) => state !== 'met'}
				fixablesOf={({resource}: GroupStanding) => fixablesOf(resource, snapshot)}
				onOpen={({key}: GroupStanding) => {
					navigate({
						type: 'open', place: {
							view: 'drill', kind: 'containerGroup', key, tab: 'recommendations', item: only.recommendation,
						},
					});
				}}
			/>
		);
	}

	return (
		<TablePane
			{...shared}
			rows={rows}
			columns={boardColumns}
			defaultSort={boardSort}
			empty=''
			title={[{text: 'Recommendations for container instances', tone: 'accent', bold: true}]}
			status={[{text: board ? `${containerGroups.length} container groups` : 'being worked out', tone: 'dim'}]}
			isWrong={({groups}: BoardRow) => groups['not-met'].length + groups.unknown.length > 0}
			verdictOf={nothing}
			fixOf={nothing}
			onOpen={({recommendation}: BoardRow) => {
				navigate({type: 'open', place: {view: 'recommendations', only: recommendation}});
			}}
		/>
	);
}
