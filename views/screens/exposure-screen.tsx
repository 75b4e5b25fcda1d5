import type {Resource} from '../../source/model/resource.js';
import {isWrong} from '../columns/posture-columns.js';
import {serviceColumns, serviceSort} from '../columns/services.js';
import {nothingLookedInto, notLookedWords} from '../drill/inside/look-words.js';
import {reachWords} from '../exposure/reach-words.js';
import {useReachCounts} from '../exposure/use-reach-counts.js';
import type {Action} from '../keymap.js';
import {tableIdOf} from '../navigation.js';
import type {Line} from '../theme.js';
import {useSnapshot} from '../use-fleet.js';
import {useWatchedInsides} from '../use-watched-insides.js';
import TablePane from './table-pane.js';

/**
Every Service of the fleet by who can reach it, the widest first; the sums of each stand above, and `who:internet` leaves exactly what one of them counts.
*/
export default function ExposureScreen({width, height, now, onOpen, onAction}: {
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly onOpen: (resource: Resource) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	useWatchedInsides();
	const counts = useReachCounts(snapshot);
	const missing = notLookedWords(snapshot);
	const legend: Line = counts.entries().filter(([, count]) => count > 0).flatMap(([who, count], index) => [
		{text: `${index === 0 ? '' : '  '}${reachWords[who].word} `, tone: reachWords[who].tone},
		{text: String(count), bold: true},
	] as const).toArray();
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'exposure'})}
			rows={snapshot.services}
			columns={serviceColumns}
			defaultSort={serviceSort}
			empty={nothingLookedInto(snapshot, 'Services')}
			width={width}
			height={height}
			now={now}
			title={[{text: 'Exposure', tone: 'accent', bold: true}]}
			status={legend}
			note={missing === '' ? [] : [{text: missing, tone: 'unknown'}]}
			isWrong={isWrong}
			onOpen={onOpen}
			onAction={onAction}
		/>
	);
}
