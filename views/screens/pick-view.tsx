import type {Action} from '../keymap.js';
import {useFocusedView} from '../focus.js';
import {useKept} from '../kept.js';
import Block from '../parts/frame/block.js';
import {frameLines} from '../parts/frame/frame.js';
import {pickFrame} from '../parts/pick/pick-layout.js';
import {drawPick} from '../parts/pick/pick-lines.js';
import {
	initialPickState,
	reducePick,
	settlePick,
	type PickAction,
	type PickState,
} from '../parts/pick/pick-state.js';
import {fit} from '../parts/text/fit.js';
import type {PickItem} from '../drill/tab.js';
import type {Resource} from '../../source/model/resource.js';
import type {Line} from '../theme.js';
import {useTools} from '../tools.js';

const pickActions: Readonly<Partial<Record<Action, PickAction>>> = {
	'move-up': {type: 'move', by: -1},
	'move-down': {type: 'move', by: 1},
	'page-up': {type: 'page', by: -1},
	'page-down': {type: 'page', by: 1},
	'half-page-up': {type: 'scroll-explanation', by: -1},
	'half-page-down': {type: 'scroll-explanation', by: 1},
	'move-top': {type: 'move-to', edge: 'top'},
	'move-bottom': {type: 'move-to', edge: 'bottom'},
	'scroll-left': {type: 'scroll-explanation', by: -1},
	'scroll-right': {type: 'scroll-explanation', by: 1},
};

/**
A list with the explanation of the selected item beside it, in a frame.
*/
export default function PickView({id, items, empty, width, height, title, corner, top, resource, startAt, onAction}: {
	readonly id: string;
	readonly items: readonly PickItem[];
	/**
	What stands there when there is no item.
	*/
	readonly empty: string;
	readonly width: number;
	readonly height: number;
	readonly title: Line;
	readonly corner: Line;
	readonly top: Line;
	readonly resource: Resource;
	/**
	Key of the item that the cursor goes to when it has not been anywhere yet.
	*/
	readonly startAt?: string;
	readonly onAction: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const [kept, setState] = useKept<PickState>(id, startAt === undefined ? initialPickState : {...initialPickState, key: startAt});
	const innerHeight = Math.max(1, height - 3);
	const innerWidth = width - 2;
	const frame = pickFrame(items, kept, innerWidth, innerHeight);
	const settled = settlePick(kept, frame);
	useFocusedView(true, {
		context: 'drill',
		onAction(action) {
			const known = pickActions[action];
			if (known) {
				setState(reducePick(kept, known, frame));
				return true;
			}

			return onAction(action);
		},
		selected: () => resource,
		marked: () => [],
		fix: () => items[settled.index]?.fix,
	});
	const body = items.length === 0
		? Array.from({length: innerHeight}, (_, index) => fit(index === 0 ? [{text: ` ${empty}`, tone: 'dim'}] : [], innerWidth, theme))
		: drawPick(items, kept, innerWidth, innerHeight, theme).map(line => fit(line, innerWidth, theme));
	const text = frameLines({
		lines: [fit(top, innerWidth, theme), ...body],
		width,
		isFocused: true,
		title,
		corner,
		status: [],
		position: items.length === 0 ? [] : [{text: `${settled.index + 1}/${items.length}`, tone: 'dim'}],
		theme,
	}).join('\n');
	return <Block text={text}/>;
}
