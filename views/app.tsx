import {Box} from 'ink';
import {
	useCallback,
	useReducer,
	useRef,
	useState,
} from 'react';
import type {Snapshot} from '../source/fleet/snapshot.js';
import type {FleetStore} from '../source/fleet/store.js';
import type {Resource} from '../source/model/resource.js';
import {act} from './actions/act.js';
import type {ActionContext} from './actions/context.js';
import {actOnPanes} from './actions/pane-actions.js';
import {appReducer, initialAppState} from './app-state.js';
import {moveNote} from './changes/change-words.js';
import {FocusContext, type FocusSlot} from './focus.js';
import type {Judgement} from './judgements/judgement.js';
import {KeptContext} from './kept.js';
import {actionFor, type Action, type KeyContext} from './keymap.js';
import {computeLayout} from './layout.js';
import {
	currentPlace,
	type NavigationAction,
	type PaneId,
	type Place,
} from './navigation.js';
import {panes} from './panes/index.js';
import {footerLine} from './parts/footer/footer-line.js';
import Block from './parts/frame/block.js';
import {useScreenSize} from './output/use-screen-size.js';
import {headerLine} from './parts/header/header-line.js';
import type {SavedTable} from './parts/table/state.js';
import {signInBanner} from './parts/sign-in/sign-in-banner.js';
import {fit} from './parts/text/fit.js';
import {placeOf, placeOfJudgement} from './places.js';
import {hasFleet} from './resources.js';
import {bareLines} from './screens/bare-lines.js';
import PlaceScreen from './screens/place-screen.js';
import {tabLine} from './screens/tab-line.js';
import {TableMemoryContext} from './screens/table-pane.js';
import {TypingOverlay} from './screens/typing-overlay.js';
import {PinnedFilterContext} from './screens/use-pinned-filter.js';
import type {Line} from './theme.js';
import {ToolsContext, type Tools} from './tools.js';
import {FleetContext, useFleetStore, useSnapshot} from './use-fleet.js';
import {useScreenKeys} from './use-screen-keys.js';
import {useTyping} from './use-typing.js';
import {useAges} from './use-ages.js';

const contexts: Readonly<Record<Place['view'], KeyContext>> = {
	overview: 'table', pane: 'table', judgements: 'table', worklist: 'table', checks: 'table', score: 'drill', explain: 'drill', drill: 'drill', changes: 'table', timeline: 'text', list: 'table', patching: 'table', exposure: 'table', recommendations: 'table', coverage: 'table', roles: 'text', help: 'text', notices: 'text',
};

const contextOf = (place: Place): KeyContext => contexts[place.view];

const paneTabs = (snapshot: Snapshot, open: PaneId, width: number): Line => tabLine(
	panes.map(pane => ({title: pane.title, count: pane.total?.(snapshot) ?? pane.rows(snapshot).length})),
	panes.findIndex(pane => pane.id === open),
	width,
);

/**
The whole screen: header, the place where one is, the line of hints, and what lies over them.
*/
function Screen({tools}: {readonly tools: Tools}) {
	const {theme, isAscii} = tools;
	const store = useFleetStore();
	const snapshot = useSnapshot();
	const {columns, rows} = useScreenSize();
	const banner = hasFleet(snapshot) ? signInBanner(snapshot.signIn) : undefined;
	const layout = computeLayout(columns, banner ? rows - 1 : rows);
	const [state, dispatch] = useReducer(appReducer, initialAppState);
	const [slot] = useState<FocusSlot>(() => ({current: undefined}));
	const [kept] = useState(() => new Map<string, unknown>());
	const [tables] = useState(() => new Map<string, SavedTable>());
	const {trail} = state.navigation;
	const place = currentPlace(state.navigation);
	const now = useAges(snapshot.isPaused);

	const context: ActionContext = {
		state, dispatch, slot, store, tools,
	};
	const latest = useRef(context);
	latest.current = context;
	const typing = useTyping(latest, columns);

	useScreenKeys({
		isTyping: () => typing.isTyping,
		onChord(chord) {
			dispatch({type: 'key'});
			const action = actionFor(chord, state.headerFocus === undefined ? (slot.current?.context ?? 'table') : 'header');
			if (action !== 'quit' && state.overlay.type === 'bare') {
				dispatch({type: 'close-overlay'});
			} else if (action !== undefined) {
				act(action, chord, context);
			}
		},
		onTyped: typing.onKey,
		onPaste: typing.onPaste,
	});

	const navigate = useCallback((action: NavigationAction) => {
		dispatch({type: 'navigate', action});
	}, []);
	const onOpen = useCallback((resource: Resource) => {
		const to = placeOf(resource);
		if (to) {
			dispatch({type: 'navigate', action: {type: 'open', place: to}});
		}
	}, []);
	const onOpenJudgement = useCallback((judgement: Judgement) => {
		const to = placeOfJudgement(judgement);
		if (to) {
			dispatch({type: 'navigate', action: {type: 'open', place: to}});
		}
	}, []);
	const onAction = useCallback((action: Action) => actOnPanes(action, latest.current), []);

	if (layout.mode === 'too-small') {
		return <Block text={fit([{text: `crowsnest needs 60×15 cells; here are ${columns}×${rows}`}], Math.max(1, columns), theme)}/>;
	}

	if (state.overlay.type === 'bare') {
		return <Block text={bareLines(state.overlay.text, columns).join('\n')}/>;
	}

	const isFleet = place.view === 'overview' || place.view === 'pane';
	const header = [
		headerLine(snapshot, columns, theme, state.headerFocus),
		...(banner ? [banner] : []),
		...(isFleet && layout.mode === 'tabs' ? [paneTabs(snapshot, place.pane, columns)] : []),
	];

	const bodyHeight = rows - header.length - layout.footerHeight;
	const footer = typing.line ?? footerLine({
		context: state.headerFocus === undefined ? contextOf(place) : 'header',
		message: state.message,
		note: moveNote(snapshot.changes),
		width: columns,
		isAscii,
	});
	return (
		<FocusContext value={slot}>
			<KeptContext value={kept}>
				<TableMemoryContext value={tables}>
					<PinnedFilterContext value={state.pinnedFilter}>
						<Box flexDirection='column' width={columns} height={rows}>
							<Block text={header.map(line => fit(line, columns, theme)).join('\n')}/>
							<PlaceScreen
								trail={trail}
								layout={layout}
								height={bodyHeight}
								now={now}
								focus={isFleet && state.headerFocus === undefined ? place.pane : undefined}
								navigate={navigate}
								onOpen={onOpen}
								onOpenJudgement={onOpenJudgement}
								onAction={onAction}
							/>
							<Block text={fit(footer, columns, theme)}/>
							<TypingOverlay lines={typing.overlayLines(columns, bodyHeight)} rows={rows}/>
						</Box>
					</PinnedFilterContext>
				</TableMemoryContext>
			</KeptContext>
		</FocusContext>
	);
}

/**
The dashboard over a living fleet.
*/
export default function App({store, tools}: {readonly store: FleetStore; readonly tools: Tools}) {
	return (
		<ToolsContext value={tools}>
			<FleetContext value={store}>
				<Screen tools={tools}/>
			</FleetContext>
		</ToolsContext>
	);
}
