import {benefits, type Covered} from '../../source/posture/coverage/coverage.js';
import {benefitColumns, matrixColumns, matrixSort} from '../coverage/columns.js';
import {countOf, coverageRows, type CoverageRow} from '../coverage/rows.js';
import {benefitWords, coveredWords} from '../coverage/words.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type NavigationAction, type Place} from '../navigation.js';
import type {Line} from '../theme.js';
import {useSnapshot} from '../use-fleet.js';
import TablePane from './table-pane.js';

type CoveragePlace = Extract<Place, {readonly view: 'coverage'}>;

const nothing = (): undefined => undefined;

const counted: ReadonlyArray<Covered['state']> = ['covered', 'partly', 'not-covered', 'unknown'];

const isOpen = ({state}: Covered): boolean => state !== 'covered' && state !== 'not-meant';

/**
What Defender for Containers covers: every cluster and registry by its three benefits, or one benefit with the reasons and the way to turn it on.
*/
export default function CoverageScreen({place, width, height, now, navigate, onAction}: {
	readonly place: CoveragePlace;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const rows = coverageRows(snapshot);
	const {only} = place;
	const title: Line = [{text: 'Coverage', tone: 'accent', bold: true}, {text: only === undefined ? ' by Defender for Containers' : `: ${benefitWords[only].title}`, bold: true}];
	const status: Line = only === undefined
		? [{text: 'b one benefit', tone: 'dim'}]
		: counted.flatMap((state, index) => [{text: `${index === 0 ? '' : '  '}${coveredWords[state].word} `, tone: coveredWords[state].tone}, {text: String(countOf(rows, only, state)), bold: true}]);
	return (
		<TablePane
			isFocused
			id={tableIdOf(place)}
			width={width}
			height={height}
			now={now}
			rows={rows}
			columns={only === undefined ? matrixColumns : benefitColumns(only)}
			defaultSort={only === undefined ? matrixSort : {column: only.toLowerCase(), isDescending: true}}
			empty='No cluster and no registry was read.'
			title={title}
			status={status}
			isWrong={({coverage}: CoverageRow) => (only === undefined ? benefits.some(benefit => isOpen(coverage[benefit])) : isOpen(coverage[only]))}
			verdictOf={nothing}
			fixOf={({coverage}: CoverageRow) => (only === undefined ? benefits.map(benefit => coverage[benefit].how).find(how => how !== undefined) : coverage[only].how)}
			onOpen={({kind, key}: CoverageRow) => {
				navigate({
					type: 'open', place: {
						view: 'drill', kind: kind === 'cluster' ? 'cluster' : 'registry', key, tab: 'overview',
					},
				});
			}}
			onAction={action => {
				if (action !== 'group') {
					return onAction(action);
				}

				const next = benefits[only === undefined ? 0 : benefits.indexOf(only) + 1];
				navigate({type: 'replace', place: next === undefined ? {view: 'coverage'} : {view: 'coverage', only: next}});
				return true;
			}}
		/>
	);
}
