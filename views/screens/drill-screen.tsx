import {useMemo, useRef, useSyncExternalStore} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {longName} from '../../source/model/long-name.js';
import type {Resource} from '../../source/model/resource.js';
import type {Tab, TabContext} from '../drill/tab.js';
import type {DocumentFormat} from '../parts/document/document-lines.js';
import {tabs as tabsByKind} from '../drill/tabs.js';
import {worstFixOf} from '../fixes.js';
import type {Action} from '../keymap.js';
import {useKept} from '../kept.js';
import {tableIdOf, type NavigationAction, type Place} from '../navigation.js';
import {paneById} from '../panes/index.js';
import {groupTitle} from '../exposure/group-rows.js';
import {recommendationWords} from '../recommendations/words.js';
import {listOf} from '../lists/index.js';
import {findResource} from '../resources.js';
import type {Line} from '../theme.js';
import {useTools} from '../tools.js';
import {useFleetStore, useSnapshot} from '../use-fleet.js';
import {checkById} from '../../source/posture/checks/index.js';
import {isUnknown} from '../../source/model/known.js';
import {memberLine} from '../parts/document/member-line.js';
import LinesView, {type DocumentMark} from './lines-view.js';
import LogsView from './logs-view.js';
import PickView from './pick-view.js';
import {tabLine} from './tab-line.js';
import TablePane from './table-pane.js';
import {PinnedFilterContext} from './use-pinned-filter.js';

type DrillPlace = Extract<Place, {readonly view: 'drill'}>;

const tabKeys: readonly Action[] = ['pane-1', 'pane-2', 'pane-3', 'pane-4', 'pane-5', 'pane-6', 'pane-7', 'pane-8', 'pane-9'];

/**
What was known of a resource that is no longer there.
*/
const useLastKnown = (resource: Resource | undefined): Resource | undefined => {
	const last = useRef(resource);
	if (resource) {
		last.current = resource;
	}

	return resource ?? last.current;
};

/**
A pool goes without its cluster's name where one comes from that cluster.
*/
const crumbName = (resource: Resource, before: Place | undefined): string =>
	before?.view === 'drill' && resource.key.startsWith(`${before.key}/`) ? resource.name : longName(resource);

/**
What is not there any more goes by the end of its id.
*/
const lastOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/**
What a step of the way to where one is is called; nothing for one that goes without saying.
*/
const crumbOf = (trail: readonly Place[], index: number, snapshot: Snapshot): string | undefined => {
	const step = trail[index]!;
	switch (step.view) {
		case 'overview': {
			// The pane on the whole screen, or a list of verdicts, says it better.
			return trail[index + 1]?.view === 'drill' ? paneById(step.pane).title : undefined;
		}

		case 'pane': {
			return paneById(step.pane).title;
		}

		case 'drill': {
			const resource = findResource(snapshot, step.kind, step.key);
			return resource ? crumbName(resource, trail[index - 1]) : lastOf(step.key);
		}

		case 'judgements': {
			if (step.check !== undefined) {
				return checkById.get(step.check)?.title ?? step.check;
			}

			return step.show === 'unknown' ? 'Undecided checks' : `Failed checks: ${step.show}`;
		}

		case 'worklist': {
			// A group of it goes without saying.
			return trail[index - 1]?.view === 'worklist' ? undefined : 'Worklist';
		}

		case 'checks': {
			return trail[index + 1]?.view === 'judgements' ? undefined : 'Checks';
		}

		case 'list': {
			return listOf(step.kind).title;
		}

		case 'patching': {
			return step.cluster === undefined ? 'Patching' : findResource(snapshot, 'cluster', step.cluster)?.name ?? lastOf(step.cluster);
		}

		case 'exposure': {
			return step.only === undefined ? 'Exposure' : groupTitle(snapshot, step.only);
		}

		case 'roles': {
			return 'Roles';
		}

		case 'coverage': {
			return 'Coverage';
		}

		case 'recommendations': {
			return step.only === undefined ? (trail[index + 1]?.view === 'recommendations' ? undefined : 'Recommendations') : recommendationWords[step.only].title;
		}

		case 'score': {
			return 'Score';
		}

		case 'explain': {
			return 'Explain';
		}

		case 'changes': {
			return 'Changes';
		}

		case 'timeline': {
			return 'Time line';
		}

		case 'notices':
		case 'help': {
			return undefined;
		}
	}
};

const memberMark = ({path, found}: {readonly path: string; readonly found: ReturnType<typeof memberLine>}): DocumentMark => ({
	line: found?.line,
	words: found?.isThere === true ? path : `${path} is absent`,
});

const gone = (place: DrillPlace): readonly Line[] => [
	[],
	[{text: ' This resource is not in what was read: it may be deleted, or may no longer be read.', tone: 'unknown'}],
	[{text: ` ${place.key}`, tone: 'dim'}],
	[],
	[{text: ' ! lists what could not be read; esc goes back.', tone: 'dim'}],
];

/**
A resource and its facets: breadcrumbs in the frame, tabs below, the open tab's text, list or table.
*/
export default function DrillScreen({place, trail, width, height, now, navigate, openResource}: {
	readonly place: DrillPlace;
	readonly trail: readonly Place[];
	readonly width: number;
	readonly height: number;
	/**
	Milliseconds since 1970, moving in steps.
	*/
	readonly now: number;
	readonly navigate: (action: NavigationAction) => void;
	readonly openResource: (resource: Resource) => void;
}) {
	const {theme, portal} = useTools();
	const store = useFleetStore();
	const snapshot = useSnapshot();
	const subscribe = useMemo(() => (listener: () => void) => store.subscribeDetail(place.key, listener), [store, place.key]);
	const detail = useSyncExternalStore(subscribe, () => store.getDetail(place.key));
	const present = findResource(snapshot, place.kind, place.key);
	const resource = useLastKnown(present);
	const [documentFormat, setDocumentFormat] = useKept<DocumentFormat>('document-format', 'yaml');
	const context = useMemo<TabContext<Resource> | undefined>(() => resource && {
		resource, snapshot, detail, theme, width: width - 2, now, portal, documentFormat,
	}, [resource, snapshot, detail, theme, width, now, portal, documentFormat]);
	const tabs = tabsByKind[place.kind] as ReadonlyArray<Tab<Resource>>;
	const active = Math.max(0, tabs.findIndex(tab => tab.id === place.tab));
	const tab = tabs[active]!;
	const title: Line = [
		{text: trail.slice(0, -1).map((_, index) => crumbOf(trail, index, snapshot)).filter(crumb => crumb !== undefined).map(crumb => `${crumb} ${theme.glyphs.crumb} `).join(''), tone: 'dim'},
		{text: resource ? crumbName(resource, trail.at(-2)) : lastOf(place.key), tone: 'accent', bold: true},
		...(resource && !present ? [{text: ' no longer there', tone: 'unknown', bold: true} as const] : []),
	];
	const id = tableIdOf({...place, tab: tab.id});
	if (!context || !resource) {
		return <LinesView id={id} lines={gone(place)} width={width} height={height} title={title} corner={[]}/>;
	}

	const show = (index: number): boolean => {
		const next = tabs[(index + tabs.length) % tabs.length];
		if (next) {
			navigate({type: 'replace', place: {...place, tab: next.id}});
		}

		return next !== undefined;
	};

	const onAction = (action: Action): boolean => {
		const number = tabKeys.indexOf(action);
		if (number !== -1) {
			return number < tabs.length ? show(number) : true;
		}

		switch (action) {
			case 'next-pane': {
				return show(active + 1);
			}

			case 'previous-pane': {
				return show(active - 1);
			}

			case 'describe': {
				return show(0);
			}

			case 'document': {
				if (tab.id === 'document') {
					setDocumentFormat(documentFormat === 'yaml' ? 'json' : 'yaml');
					return true;
				}

				const at = tabs.findIndex(candidate => candidate.id === 'document');
				return at === -1 || show(at);
			}

			case 'vulnerabilities': {
				// In a list of findings it means the one under the cursor.
				const at = tab.id === 'findings' ? -1 : tabs.findIndex(candidate => candidate.id === 'cves' || candidate.id === 'findings');
				return at !== -1 && show(at);
			}

			case 'open': {
				// Below a text there is nothing to open; the key must not fall through to something else.
				return true;
			}

			default: {
				return false;
			}
		}
	};

	const top = tabLine(tabs.map(candidate => ({title: candidate.title, count: candidate.count?.(context)})), active, width - 2);
	// A check that is opened by name has a cursor of its own: the last one's must not hide it.
	const pickId = place.item === undefined ? id : `${id}:${place.item}`;
	const member = tab.id === 'document' && place.item !== undefined && detail.document !== undefined && !isUnknown(detail.document)
		? {path: place.item, found: memberLine(detail.document, place.item, documentFormat)}
		: undefined;
	const shared = {
		id, width, height, title, corner: [], top, resource, onAction,
	};
	switch (tab.type) {
		case 'lines': {
			return <LinesView key={pickId} {...shared} id={pickId} lines={tab.lines(context)} mark={member && memberMark(member)} fix={() => worstFixOf(snapshot, resource)}/>;
		}

		case 'logs': {
			return <LogsView key={pickId} {...shared} containers={tab.containers(context)} groupKey={resource.key} empty={tab.empty(context)}/>;
		}

		case 'pick': {
			const items = tab.items(context);
			const openItem = (key: string): void => {
				const to = items.find(item => item.key === key)?.opens;
				if (to) {
					navigate({type: 'open', place: to});
				}
			};

			return <PickView key={pickId} {...shared} id={pickId} items={items} empty={tab.empty(context)} startAt={place.item} checkOf={checkId => (checkById.has(checkId) ? {resource, checkId} : undefined)} onOpen={openItem}/>;
		}

		case 'table': {
			const missing = tab.missing?.(context) ?? '';
			return (
				// A filter is pinned for kinds: inside a resource it would hide what was opened.
				<PinnedFilterContext value={undefined}>
					<TablePane
						key={id}
						isFocused
						id={id}
						rows={tab.rows(context)}
						columns={tab.columns}
						defaultSort={tab.defaultSort ?? {column: tab.columns.find(column => column.id === 'severity')?.id ?? tab.columns[0]!.id, isDescending: true}}
						empty={tab.empty(context)}
						width={width}
						height={height}
						now={now}
						title={title}
						note={missing === '' ? [] : [{text: missing, tone: 'unknown'}]}
						top={top}
						onOpen={openResource}
						onAction={onAction}
					/>
				</PinnedFilterContext>
			);
		}
	}
}
