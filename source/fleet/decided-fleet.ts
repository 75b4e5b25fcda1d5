import type {DecisionTarget} from '../decisions/decision.js';
import type {Subscription} from '../model/subscription.js';
import type {JudgeInput} from '../posture/judge.js';
import type {DecidedFleet} from './decisions.js';
import type {PollStates} from './polls.js';
import type {SourceName} from './snapshot.js';
import {sourceNames} from './sources.js';

type Given = {
	readonly input: JudgeInput;
	readonly subscriptions: readonly Subscription[];
	readonly states: PollStates;
	readonly off: ReadonlySet<SourceName>;
	/**
	Whether a person has chosen which subscriptions are watched.
	*/
	readonly isScoped: boolean;
};

/**
Nothing of the lists hangs on it.
*/
const besideTheLists: ReadonlySet<SourceName> = new Set(['policyExemptions']);

const isRead = ({coverage}: Subscription): boolean => coverage.state === 'answered' || coverage.state === 'listed';

const subscriptionOf = (resource = ''): string | undefined => /^\/subscriptions\/(?<id>[^*\/]+)\//v.exec(resource)?.groups?.id;

/**
The judged resources, and how far they are all that an entry may speak of: what lies in a subscription that was not read, or
that nobody asked for, is no slip of the hand.
*/
export const decidedFleet = ({input, subscriptions, states, off, isScoped}: Given): DecidedFleet => {
	const areSourcesRead = sourceNames.every(name => off.has(name) || besideTheLists.has(name) || (states[name].readAt !== undefined && states[name].error === undefined));
	const isWhole = areSourcesRead && !isScoped && subscriptions.every(subscription => isRead(subscription));
	return {
		// All lists of the input are of resources that are judged.
		lists: Object.values<unknown>(input).filter(member => Array.isArray(member)) as ReadonlyArray<readonly DecisionTarget[]>,
		isWholeFor({resource}) {
			const id = subscriptionOf(resource);
			const own = subscriptions.find(subscription => subscription.id === id);
			return own === undefined ? isWhole : areSourcesRead && isRead(own);
		},
	};
};
