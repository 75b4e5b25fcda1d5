import type {ActivityEvent} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import {unknown, type Fact} from '../../model/known.js';
import {readActivityEvent, type LoggedEvent} from '../read/activity-event.js';
import {readList, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {unknownOf} from './unknown-of.js';

const hour = 3_600_000;

const hours = 7 * 24;

/**
Pages that are read at most: the newest come first, and a controller that writes all day must not hold up the rest.
*/
const mostPages = 20;

const mostEvents = 500;

/**
Which events are asked for. The hour is a round one, so that the same is asked for an hour and an answer that says the same is known again.
Source: $filter of the activity log, 2015-04-01, which takes no other form than this.
*/
const filterOf = ({id}: Cluster, now: number): string => {
	const since = new Date((Math.floor(now / hour) - hours) * hour).toISOString();
	return `eventTimestamp ge '${since}' and resourceUri eq '${id.replaceAll('\'', '\'\'')}'`;
};

/**
One entry for each action: when it began, and how it ended as far as it has.
*/
const joined = (events: readonly LoggedEvent[]): readonly ActivityEvent[] => {
	const actions = Map.groupBy(events.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at)), ({action}) => action);
	return actions.values().map(([newest, ...older]) => {
		const {action, ...event} = newest!;
		const oldest = older.at(-1) ?? event;
		return {
			...event, at: oldest.at, caller: event.caller ?? oldest.caller, address: event.address ?? oldest.address,
		};
	}).toArray().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
};

/**
The administrative actions on a cluster in the last seven days, newest first, at most 500. A refusal is an unknown fact.

@param now milliseconds since 1970
*/
export const collectActivity = async (session: Session, reading: Reading, cluster: Cluster, now: number): Promise<Fact<readonly ActivityEvent[]>> => {
	const events: LoggedEvent[] = [];
	let pages = 0;
	try {
		const client = await session.monitor(cluster.subscriptionId);
		for await (const page of readList(reading, options => client.activityLogs.list(filterOf(cluster, now), options))) {
			if (page === undefined) {
				return unknown('malformed', 'The answer holds no list of events.');
			}

			events.push(...page.map(document => readActivityEvent(document)).filter(event => event !== undefined));
			pages++;
			if (pages === mostPages || events.length > 2 * mostEvents) {
				break;
			}
		}
	} catch (error) {
		return unknownOf(error);
	}

	return joined(events).slice(0, mostEvents);
};
