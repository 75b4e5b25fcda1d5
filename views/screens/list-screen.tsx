import {listOf} from '../lists/index.js';
import type {Action} from '../keymap.js';
import {tableIdOf, type ListedKind} from '../navigation.js';
import {resourcesOf} from '../resources.js';
import type {Resource} from '../../source/model/resource.js';
import {useSnapshot} from '../use-fleet.js';
import {useWatchedInsides} from '../use-watched-insides.js';
import {useWatchedImages} from '../use-watched-images.js';
import TablePane from './table-pane.js';

/**
Every resource of a kind that has no pane, on the whole screen.
*/
export default function ListScreen({kind, width, height, now, onOpen, onAction}: {
	readonly kind: ListedKind;
	readonly width: number;
	readonly height: number;
	readonly now: number;
	readonly onOpen: (resource: Resource) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	useWatchedInsides();
	useWatchedImages(kind === 'image');
	const list = listOf(kind);
	return (
		<TablePane
			isFocused
			id={tableIdOf({view: 'list', kind})}
			rows={resourcesOf(snapshot, kind)}
			columns={list.columns}
			defaultSort={list.defaultSort}
			empty={list.empty(snapshot)}
			width={width}
			height={height}
			now={now}
			title={[{text: list.title, tone: 'accent', bold: true}]}
			status={[{text: list.missing(snapshot), tone: 'unknown'}]}
			isWrong={list.isWrong}
			onOpen={onOpen}
			onAction={onAction}
		/>
	);
}
