import {once} from '../azure/once.js';
import {createJudge} from '../posture/judge.js';
import {sanitize} from '../terminal/sanitize.js';
import {noGrants} from '../model/inside.js';
import {createDetails} from './details.js';
import {createFleetBuilder} from './fleet-builder.js';
import {createContents} from './images/contents.js';
import {createContainerLogs} from './container-logs.js';
import {createGroupStates} from './group-states.js';
import {createLazyInsides} from './insides.js';
import {clusterKeyOf} from './insides/cluster-key.js';
import {createKeeper} from './keep/keeper.js';
import type {Kept} from './keep/kept.js';
import {readKept} from './keep/read-kept.js';
import {createNotices, createSourceWatch} from './notices.js';
import {createPolls, type PollStates} from './polls.js';
import {createOpenRegistries} from './open-registries.js';
import {createPublisher} from './publisher.js';
import {createQueryClient} from './query-client.js';
import {createSignInWatch} from './sign-in.js';
import type {Snapshot} from './snapshot.js';
import {sourceNames} from './sources.js';
import {spacing} from './spacing.js';
import type {FleetStoreOptions} from './store-options.js';
import type {FleetStore} from './store.js';
import {withDeadline} from './with-deadline.js';
import {sourceLabels} from './source-labels.js';

const toKeep = (states: PollStates, kept: Kept): Kept => Object.fromEntries(sourceNames.map(name => {
	const {data, readAt} = states[name];
	return [name, data === undefined || readAt === undefined ? kept[name] : {data, readAt}];
}));

const isRegistryKey = (key: string): boolean => /\/registries\/[^\/]+$/v.test(key);

/**
Makes the living fleet: it reads the kept file and begins to poll in the next turn of the event loop. Nothing here waits or throws.
*/
export const createFleetStore = (options: FleetStoreOptions): FleetStore => {
	const {interval, keepFile, now = Date.now, judge = createJudge(), stopWithin = spacing.stop} = options;
	const client = createQueryClient();
	const collectors = once(options.collectors);
	const off = new Set(options.off);
	const notices = createNotices(now, options.onLog);
	const watchSources = createSourceWatch(notices);
	const signIn = createSignInWatch(now);
	let kept: Kept = {};
	let isPaused = false;
	let isStopped = false;

	const publisher = createPublisher(next);
	const {changed} = publisher;
	const polls = createPolls({
		client, collectors, interval, off, now, hasKept: name => kept[name] !== undefined, onChange: changed, sources: options.sources,
	});
	const insides = createLazyInsides({
		async load() {
			const {createInsides} = await import('./insides/create-insides.js');
			const {isAsked = false, grants = noGrants, concurrency} = options.inside ?? {};
			return createInsides({
				collectors,
				async resolve(signal, name) {
					const {resolveName} = await collectors();
					return resolveName(signal, name);
				},
				interval,
				isAsked,
				grants,
				concurrency,
				now,
				onChange: changed,
			});
		},
		onLoad: changed,
		rest: spacing.insides,
	});
	const contents = createContents({
		collectors, interval, isAsked: options.isImagesAsked ?? false, now, onChange: changed,
	});
	const groupStates = createGroupStates(changed);
	const details = createDetails({
		client,
		collectors,
		interval,
		now,
		lookFor(key) {
			const cluster = publisher.snapshot().clusters.find(candidate => candidate.key === clusterKeyOf(key));
			const grants = cluster && insides.grantsFor(cluster.key);
			return grants && {cluster, grants};
		},
		onGroupState: groupStates.note,
		imageFor: key => publisher.snapshot().images.find(image => image.key === key),
	});
	const logs = createContainerLogs({
		client, collectors, interval, now,
	});
	const openRegistries = createOpenRegistries({
		client, collectors, interval, now, onChange: changed,
	});
	const builder = createFleetBuilder({
		...options, judge, now, off, notices, signIn, onChange: changed,
	});
	const keeper = keepFile === undefined
		? undefined
		: createKeeper(keepFile, now, error => {
			notices.add('warning', `The fleet could not be kept for the next start: ${sanitize(String(error))}`);
			changed();
		});

	const build = (previous: Snapshot | undefined, states: PollStates): Snapshot => builder.build(previous, {
		isPaused, states, kept, insides, openRegistries, groupStates: groupStates.known(), contents: contents.known(), imagesAsked: contents.isAsked(),
	});

	function next(previous: Snapshot): Snapshot {
		polls.advance();
		const states = polls.getStates();
		watchSources(states);
		contents.advance(states.registries.data?.items ?? kept.registries?.data.items ?? []);
		const snapshot = build(previous, states);
		if (snapshot !== previous && sourceNames.some(name => states[name].data !== undefined)) {
			keeper?.remember(toKeep(states, kept));
		}

		return snapshot;
	}

	const load = async (file: string): Promise<void> => {
		const {kept: read, notice} = await readKept(file, now());
		kept = read ?? {};
		if (notice !== undefined) {
			notices.add('warning', notice);
		}

		changed();
	};

	publisher.begin(build(undefined, polls.getStates()));
	setImmediate(() => {
		if (!isStopped) {
			polls.advance();
		}
	});
	if (keepFile !== undefined) {
		void load(keepFile);
	}

	return {
		getSnapshot: publisher.snapshot,
		subscribe: publisher.subscribe,
		refresh(source) {
			publisher.hurry();
			for (const {name, until} of polls.refresh(source === undefined ? sourceNames : [source])) {
				const seconds = Math.ceil((until - now()) / 1000);
				notices.add('info', `${sourceLabels[name]}: the service asks to wait ${seconds} s more.`);
			}

			if (source === undefined) {
				details.refresh();
				logs.refresh();
				openRegistries.refresh();
			}

			insides.refresh();
			contents.refresh();

			changed();
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			publisher.hurry();
			polls.setPaused(isPaused);
			details.setPaused(isPaused);
			logs.setPaused(isPaused);
			openRegistries.setPaused(isPaused);
			insides.setPaused(isPaused);
			contents.setPaused(isPaused);
			changed();
		},
		readMoreFindings() {
			polls.readMoreFindings();
		},
		timelineOf: builder.timelineOf,
		lookInside(which, grant) {
			publisher.hurry();
			insides.ask(which, grant);
			details.refresh();
		},
		readRegistries() {
			publisher.hurry();
			contents.ask();
		},
		watchImages: contents.watch,
		watchInsides: insides.watch,
		getDetail: details.get,
		subscribeDetail(key, listener) {
			const clusterKey = clusterKeyOf(key);
			const close = clusterKey === undefined ? undefined : insides.open(clusterKey);
			const closeRegistry = openRegistries.open(key);
			const leave = isRegistryKey(key) ? contents.open(key) : undefined;
			const end = details.subscribe(key, listener);
			return () => {
				close?.();
				closeRegistry?.();
				leave?.();
				end();
			};
		},
		getLogs: logs.get,
		subscribeLogs: logs.subscribe,
		setDeviceCode(state) {
			signIn.ask(state);
			changed();
		},
		async stop() {
			if (isStopped) {
				return;
			}

			isStopped = true;
			publisher.stop();
			polls.stop();
			details.stop();
			logs.stop();
			openRegistries.stop();
			insides.stop();
			contents.stop();
			const written = builder.stop();
			client.clear();
			await withDeadline(async signal => {
				await Promise.all([keeper?.stop(signal), written]);
			}, stopWithin);
		},
	};
};
