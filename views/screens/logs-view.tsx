import {useMemo, useSyncExternalStore} from 'react';
import type {Resource} from '../../source/model/resource.js';
import {useFocusedView} from '../focus.js';
import {useKept} from '../kept.js';
import type {Action} from '../keymap.js';
import {logLines} from '../logs/log-lines.js';
import {
	initialLogState,
	reduceLog,
	settleLog,
	type LogState,
} from '../logs/log-state.js';
import {documentActions} from '../parts/document/document-actions.js';
import {drawDocument, documentStatus} from '../parts/document/document-frame.js';
import Block from '../parts/frame/block.js';
import {frameLines} from '../parts/frame/frame.js';
import {fit} from '../parts/text/fit.js';
import type {Line, Segment} from '../theme.js';
import {useTools} from '../tools.js';
import {useFleetStore, useSnapshot} from '../use-fleet.js';

const standing = (isPaused: boolean, isFollowing: boolean): Segment => isPaused ? {text: '  paused, p goes on', tone: 'medium'} : {text: isFollowing ? '  followed' : '  held, G follows', tone: isFollowing ? 'good' : 'medium'};

/**
What a container writes: followed while its end is in sight, still while one reads further up, searched like any text. `b` shows the next
container of the group.
*/
export default function LogsView({id, groupKey, containers, empty, width, height, title, corner, top, resource, onAction}: {
	readonly id: string;
	readonly groupKey: string;
	readonly containers: readonly string[];
	/**
	What stands there without a container.
	*/
	readonly empty: string;
	readonly width: number;
	readonly height: number;
	readonly title: Line;
	readonly corner: Line;
	readonly top: Line;
	readonly resource: Resource;
	readonly onAction: (action: Action) => boolean;
}) {
	const {theme} = useTools();
	const store = useFleetStore();
	const {isPaused} = useSnapshot();
	const [chosen, setChosen] = useKept(`${id}:container`, 0);
	const container = containers[chosen % Math.max(1, containers.length)];
	const subscribe = useMemo(() => (listener: () => void) => (container === undefined ? () => {/* Nothing is read. */} : store.subscribeLogs(groupKey, container, listener)), [store, groupKey, container]);
	const logs = useSyncExternalStore(subscribe, () => store.getLogs(groupKey, container ?? ''));
	const [state, setState] = useKept<LogState>(`${id}:${container ?? ''}`, initialLogState);
	const innerHeight = Math.max(1, height - 4);
	const frame = {
		lines: logLines(logs), before: logs.before, width: width - 2, height: innerHeight,
	};
	useFocusedView(true, {
		context: 'drill',
		onAction(action) {
			const known = documentActions[action];
			if (known) {
				setState(reduceLog(state, known, frame));
				return true;
			}

			if (action === 'group') {
				setChosen((chosen + 1) % Math.max(1, containers.length));
				return true;
			}

			return onAction(action);
		},
		filter: {
			text: state.document.search,
			set(text) {
				setState(reduceLog(state, {type: 'search', text}, frame));
			},
		},
		selected: () => resource,
		marked: () => [],
		fix: () => undefined,
	});
	const document = settleLog(state, frame);
	const drawn = container === undefined ? [[{text: empty, tone: 'unknown'} as const]] : drawDocument(document, frame, theme);
	const body = Array.from({length: innerHeight}, (_, index) => fit(drawn[index] ?? [], width - 2, theme));
	const head: Line = container === undefined
		? []
		: [
			{text: container, tone: 'accent', bold: true},
			{text: containers.length > 1 ? `  ${(chosen % containers.length) + 1} of ${containers.length}, b: next` : '', tone: 'dim'},
			standing(isPaused, state.isFollowing),
			...(logs.readAt === undefined && logs.error === undefined ? [{text: '  being read', tone: 'dim'} as const] : []),
			...(logs.readAt !== undefined && logs.lines.length === 0 ? [{text: '  has written nothing', tone: 'dim'} as const] : []),
		];
	const text = frameLines({
		lines: [fit(top, width - 2, theme), fit(head, width - 2, theme), ...body],
		width,
		isFocused: true,
		title,
		corner,
		status: logs.error ? [{text: logs.error.reason, tone: 'unknown'}] : [],
		position: documentStatus(document, frame, theme),
		theme,
	}).join('\n');
	return <Block text={text}/>;
}
