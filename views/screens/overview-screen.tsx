import {Box} from 'ink';
import type {Resource} from '../../source/model/resource.js';
import type {Action} from '../keymap.js';
import type {Layout} from '../layout.js';
import type {PaneId} from '../navigation.js';
import {panes} from '../panes/index.js';
import FleetPane from './fleet-pane.js';

/**
The four panes at once, or the one with the focus where there is no room for four.
*/
export default function OverviewScreen({layout, focus, now, onOpen, onAction}: {
	readonly layout: Layout;
	/**
	The pane that keys go to; absent while the header has them.
	*/
	readonly focus: PaneId | undefined;
	readonly now: number;
	readonly onOpen: (resource: Resource) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const draw = (index: number, width: number, height: number) => {
		const pane = panes[index]!;
		return (
			<FleetPane
				key={pane.id}
				pane={pane}
				number={index + 1}
				width={width}
				height={height}
				now={now}
				isFocused={pane.id === focus}
				onOpen={onOpen}
				onAction={onAction}
			/>
		);
	};

	const {leftWidth, rightWidth, upperHeight, lowerHeight} = layout;
	return (
		<Box flexDirection='column'>
			<Box height={upperHeight}>
				{draw(0, leftWidth, upperHeight)}
				{draw(1, rightWidth, upperHeight)}
			</Box>
			<Box height={lowerHeight}>
				{draw(2, leftWidth, lowerHeight)}
				{draw(3, rightWidth, lowerHeight)}
			</Box>
		</Box>
	);
}
