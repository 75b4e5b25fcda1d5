import {Box} from 'ink';
import type {Resource} from '../../source/model/resource.js';
import type {Judgement} from '../judgements/judgement.js';
import type {Action} from '../keymap.js';
import type {Layout} from '../layout.js';
import {
	tableIdOf,
	type NavigationAction,
	type PaneId,
	type Trail,
} from '../navigation.js';
import {paneById, panes} from '../panes/index.js';
import {hasFleet} from '../resources.js';
import {useSnapshot} from '../use-fleet.js';
import ChangesScreen from './changes-screen.js';
import ChecksScreen from './checks-screen.js';
import DrillScreen from './drill-screen.js';
import ExposureScreen from './exposure-screen.js';
import ExplainScreen from './explain-screen.js';
import FleetPane from './fleet-pane.js';
import HelpScreen from './help-screen.js';
import JudgementsScreen from './judgements-screen.js';
import ListScreen from './list-screen.js';
import NoticesScreen from './notices-screen.js';
import OverviewScreen from './overview-screen.js';
import PatchingScreen from './patching-screen.js';
import CoverageScreen from './coverage-screen.js';
import RolesScreen from './roles-screen.js';
import RecommendationsScreen from './recommendations-screen.js';
import ScoreScreen from './score-screen.js';
import SignInScreen from './sign-in-screen.js';
import TimelineScreen from './timeline-screen.js';
import WorklistScreen from './worklist-screen.js';

/**
What stands between header and footer: the view of the place where one is.
*/
export default function PlaceScreen({trail, layout, height, now, focus, navigate, onOpen, onOpenJudgement, onAction}: {
	readonly trail: Trail;
	readonly layout: Layout;
	readonly height: number;
	readonly now: number;
	/**
	The pane that keys go to; absent while the header has them.
	*/
	readonly focus: PaneId | undefined;
	readonly navigate: (action: NavigationAction) => void;
	readonly onOpen: (resource: Resource) => void;
	readonly onOpenJudgement: (judgement: Judgement) => void;
	readonly onAction: (action: Action) => boolean;
}) {
	const snapshot = useSnapshot();
	const place = trail.at(-1)!;
	const width = layout.columns;
	if (snapshot.signIn.state !== 'none' && !hasFleet(snapshot) && (place.view === 'overview' || place.view === 'pane')) {
		return <SignInScreen width={width} height={height} now={now}/>;
	}

	switch (place.view) {
		case 'overview': {
			if (layout.mode === 'panes') {
				return <OverviewScreen layout={layout} focus={focus} now={now} onOpen={onOpen} onAction={onAction}/>;
			}

			break;
		}

		case 'pane': {
			break;
		}

		case 'drill': {
			return <DrillScreen key={place.key} place={place} trail={trail} width={width} height={height} now={now} navigate={navigate} openResource={onOpen}/>;
		}

		case 'judgements': {
			return <JudgementsScreen show={place.show} check={place.check} width={width} height={height} now={now} onOpen={onOpenJudgement} onAction={onAction}/>;
		}

		case 'worklist': {
			return <WorklistScreen key={tableIdOf(place)} place={place} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'checks': {
			return <ChecksScreen width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'list': {
			return <ListScreen key={place.kind} kind={place.kind} width={width} height={height} now={now} onOpen={onOpen} onAction={onAction}/>;
		}

		case 'patching': {
			return <PatchingScreen key={tableIdOf(place)} place={place} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'exposure': {
			return <ExposureScreen key={tableIdOf(place)} place={place} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'coverage': {
			return <CoverageScreen key={tableIdOf(place)} place={place} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'roles': {
			return <RolesScreen width={width} height={height}/>;
		}

		case 'recommendations': {
			return <RecommendationsScreen key={tableIdOf(place)} place={place} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'score': {
			return <ScoreScreen width={width} height={height} navigate={navigate} onAction={onAction}/>;
		}

		case 'explain': {
			return <ExplainScreen key={tableIdOf(place)} place={place} width={width} height={height} navigate={navigate} onAction={onAction}/>;
		}

		case 'changes': {
			return <ChangesScreen key={tableIdOf(place)} since={place.since} width={width} height={height} now={now} navigate={navigate} onAction={onAction}/>;
		}

		case 'timeline': {
			return <TimelineScreen key={tableIdOf(place)} place={place} width={width} height={height}/>;
		}

		case 'notices': {
			return <NoticesScreen width={width} height={height} now={now}/>;
		}

		case 'help': {
			return <HelpScreen width={width} height={height}/>;
		}
	}

	const pane = paneById(place.pane);
	return (
		<Box height={height}>
			<FleetPane
				key={pane.id}
				pane={pane}
				number={panes.indexOf(pane) + 1}
				width={width}
				height={height}
				now={now}
				isFocused={focus !== undefined}
				onOpen={onOpen}
				onAction={onAction}
			/>
		</Box>
	);
}

