import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient} from '@azure/core-rest-pipeline';
import packageJson from '../../package.json' with {type: 'json'};
import type {Cloud} from '../azure/cloud.js';
import type {Collectors} from '../azure/collectors.js';
import type {DeviceCode} from '../azure/credential.js';
import {once} from '../azure/once.js';
import type {Scope, Session} from '../azure/session.js';
import type {Wait} from '../azure/wait.js';
import {createFleetStore} from '../fleet/create-store.js';
import {historyFilePath} from '../fleet/history/history-file-path.js';
import {keepFilePath} from '../fleet/keep/keep-file-path.js';
import type {FleetStore} from '../fleet/store.js';
import type {InsideOptions, InsideReaders} from '../kubernetes/create-inside.js';
import type {Log} from '../log/log-file.js';
import {createJudge} from '../posture/judge.js';
import type {Standards} from '../model/standards.js';
import {withStandards} from '../posture/with-standards.js';
import {defaultDecisionsPath, defaultPricesPath} from '../settings/open-config-file.js';
import type {Settings} from '../settings/settings.js';
import {insideOf, kubeconfigOf} from './inside-of.js';
import {logPolls} from './log-polls.js';
import {logRequests} from './log-requests.js';

export type OpenedFleet = FleetStore & {
	/**
	Https address of the cloud's portal.
	*/
	readonly portal: string;
};

export type OpenFleetInput = {
	readonly settings: Settings;
	/**
	Absent for the demo, which brings its own.
	*/
	readonly cloud: Cloud | undefined;
	readonly log: Log;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	readonly isInteractive: boolean;
};

type Way = {
	readonly cloud: Cloud;
	readonly transport: HttpClient;
	readonly credential: TokenCredential;
	readonly close: () => void;
	readonly resolveName: Collectors['resolveName'];
};

/**
Seconds. Something happens in the demo every few seconds, and is to be seen: three panes take turns within it. Whoever sets an interval gets it.
*/
const demoInterval = 30;

const pollInterval = ({demo, interval, origin}: Settings): number =>
	demo === 'on' && origin.interval.from === 'default' ? demoInterval : interval;

/**
The made-up company asks for its own tags, so that there is something to see.
*/
const demoTags = ['environment', 'owner', 'costCentre'];

/**
Where its images may come from: its own registries, and Microsoft's.
*/
const demoRegistries = ['*.azurecr.io', 'mcr.microsoft.com'];

const standardsOf = ({demo, origin, requiredTags, requireFips, encryptionKeys, approvedRegistries, requireSignatures}: Settings): Standards => {
	const isDemo = demo !== 'off';
	return {
		requiredTags: isDemo && origin.requiredTags.from === 'default' ? demoTags : requiredTags,
		requireFips,
		encryptionKeys,
		approvedRegistries: isDemo && origin.approvedRegistries.from === 'default' ? demoRegistries : approvedRegistries,
		requireSignatures: isDemo && origin.requireSignatures.from === 'default' ? true : requireSignatures,
	};
};

/**
Names take more than Reader: nobody is asked for them before a person wants them. The made-up company has nothing to hide.
*/
const asksGraph = ({demo, graph, origin}: Settings): boolean => graph || (demo === 'on' && origin.graph.from === 'default');

const portalOfMicrosoft = 'https://portal.azure.com';

const demoWay = async ({demo, seed}: Settings, log: Log): Promise<Way> => {
	const {createDemoCredential, createDemoTransport, demoCloud, resolveDemoName} = await import('../../demo/index.js');
	const size = typeof demo === 'number' ? demo : undefined;
	return {
		cloud: demoCloud,
		// A fleet for measuring stands still: what happens in it would be measured too.
		transport: logRequests(createDemoTransport({
			seed, size, now: Date.now, story: size === undefined,
		}), log),
		credential: createDemoCredential(),
		resolveName: resolveDemoName,
		close() {/* Nothing is open. */},
	};
};

const liveWay = async ({settings, log, env, isInteractive}: OpenFleetInput, cloud: Cloud, onDeviceCode: (code: DeviceCode | undefined) => void): Promise<Way> => {
	const [{createDefaultHttpClient}, {createCredential}] = await Promise.all([
		import('@azure/core-rest-pipeline'),
		import('../azure/credential.js'),
	]);
	const transport = logRequests(createDefaultHttpClient(), log);
	const credential = createCredential({
		settings, cloud, env, isInteractive, onDeviceCode, transport,
	});
	return {
		cloud,
		transport,
		credential,
		close: credential.close,
		async resolveName(signal, name) {
			const {resolveName} = await import('../kubernetes/resolve-name.js');
			return resolveName(signal, name);
		},
	};
};

/**
What looks into clusters: loaded with the first that is looked into.
*/
const insideReaders = (session: Session, options: InsideOptions): InsideReaders => {
	const open = once(async () => {
		const {createInside} = await import('../kubernetes/create-inside.js');
		return createInside(session, options);
	});
	return {
		async look(...given) {
			const {look} = await open();
			return look(...given);
		},
		async readDocument(...given) {
			const {readDocument} = await open();
			return readDocument(...given);
		},
	};
};

/**
Puts the rooms together: settings → transport and credential → SDK clients → collectors → the living fleet. The SDK and
the demo are loaded with the first poll, so that the first frame waits for neither.
*/
export const openFleet = (input: OpenFleetInput): OpenedFleet => {
	const {settings, cloud, log, env, home} = input;
	const {subscriptions, managementGroup, tenant} = settings;
	const scope: Scope = {subscriptions, managementGroup, tenant};
	const isDemo = settings.demo !== 'off';
	let way: Way | undefined;

	const onDeviceCode = (code: DeviceCode | undefined): void => {
		log.write('sign-in', {state: code === undefined ? 'device code over' : 'device code asked for'});
		store.setDeviceCode(code === undefined ? {state: 'none'} : {state: 'device-code', ...code});
	};

	const collectors = async (): Promise<Collectors> => {
		const [{createSession}, {createCollectors}] = await Promise.all([
			import('../azure/session.js'),
			import('../azure/create-collectors.js'),
		]);
		way ??= isDemo || cloud === undefined ? await demoWay(settings, log) : await liveWay(input, cloud, onDeviceCode);
		const session = createSession({
			cloud: way.cloud, credential: way.credential, transport: way.transport, scope, userAgent: `crowsnest/${packageJson.version}`,
		});
		const onWait = (wait: Wait): void => {
			log.write('wait', wait);
		};

		const {look, readDocument} = insideReaders(session, {kubeconfig: kubeconfigOf(settings), onWait});
		return createCollectors(session, {
			onWait, resolveName: way.resolveName, inside: look, insideDocument: readDocument,
		});
	};

	const store = createFleetStore({
		collectors,
		interval: pollInterval(settings) * 1000,
		isDemo,
		keepFile: cloud === undefined
			? undefined
			: keepFilePath({
				env, home, cloud, scope, isDemo,
			}),
		decisions: {
			// What a team has accepted speaks of its own fleet, not of a made-up one.
			file: settings.decisions ?? (isDemo ? undefined : defaultDecisionsPath({env, home})),
			isNamed: settings.decisions !== undefined,
		},
		prices: {file: settings.prices ?? defaultPricesPath({env, home}), isNamed: settings.prices !== undefined},
		inside: insideOf(settings),
		off: asksGraph(settings) ? [] : ['principals'],
		// In the demo they are, unless a setting says otherwise.
		isImagesAsked: settings.images || (settings.demo === 'on' && settings.origin.images.from === 'default'),
		isScoped: subscriptions.length > 0 || managementGroup !== undefined,
		// A fleet for measuring stands still: there is nothing to remember. Nor does a look without a person make a session.
		historyFile: typeof settings.demo === 'number' || !input.isInteractive
			? undefined
			: historyFilePath({
				env, home, cloud: isDemo ? undefined : cloud, scope, seed: settings.seed,
			}),
		judge: withStandards(createJudge(), standardsOf(settings)),
		onLog(notice) {
			log.write('notice', {level: notice.level, text: notice.text});
		},
	});
	if (settings.logFile !== undefined) {
		logPolls(store, log);
	}

	return {
		...store,
		portal: cloud?.portal ?? portalOfMicrosoft,
		async stop() {
			way?.close();
			await store.stop();
		},
	};
};
