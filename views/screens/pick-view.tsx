import type {Action} from '../keymap.js';
import {fixablesOf} from '../actions/fixables.js';
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
import {useSnapshot} from '../use-fleet.js';
import type {VerdictOf} from '../verdict-of.js';

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
	mark: {type: 'toggle-mark'},
	'clear-marks': {type: 'clear-marks'},
};

/**
A list with the explanation of the selected item beside it, in a frame.
*/
export default function PickView({id, items, empty, width, height, title, corner, top, resource, startAt, checkOf, onOpen, onAction}: {
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
	/**
	A line that stays above the list: the tabs.
	*/
	readonly top?: Line;
	/**
	Whose list it is, for copying its id; the selected item's where they differ.
	*/
	readonly resource: Resource | undefined;
	/**
	Key of the item that the cursor goes to when it has not been anywhere yet.
	*/
	readonly startAt?: string;
	/**
	The check that an item stands for, by its key: what `X` explains.
	*/
	readonly checkOf?: (key: string) => VerdictOf | undefined;
	/**
	What Enter does with an item, by its key.
	*/
	readonly onOpen?: (key: string) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const snapshot = useSnapshot();
	const [kept, setState] = useKept<PickState>(id, startAt === undefined ? initialPickState : {...initialPickState, key: startAt});
	const innerHeight = Math.max(1, height - (top ? 3 : 2));
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

			const key = items[settled.index]?.key;
			if (action === 'open' && onOpen && key !== undefined) {
				onOpen(key);
				return true;
			}

			return onAction(action);
		},
		verdict() {
			const key = items[settled.index]?.key;
			return key === undefined ? undefined : checkOf?.(key);
		},
		selected: () => resource,
		marked: () => [],
		toFix: () => ({
			marked: items.filter(({key}) => settled.marks?.includes(key)).flatMap(({fixable}) => fixable ?? []),
			selected: resource ? fixablesOf(resource, snapshot) : [],
		}),
		fix: () => items[settled.index]?.fix,
	});
	const body = items.length === 0
		? Array.from({length: innerHeight}, (_, index) => fit(index === 0 ? [{text: ` ${empty}`, tone: 'dim'}] : [], innerWidth, theme))
		: drawPick(items, kept, innerWidth, innerHeight, theme).map(line => fit(line, innerWidth, theme));
	const text = frameLines({
		lines: top ? [fit(top, innerWidth, theme), ...body] : body,
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
