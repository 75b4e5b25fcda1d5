import type {Snapshot, SourceState} from '../fleet/snapshot.js';
import type {FleetStore} from '../fleet/store.js';
import type {SignInAttempt} from '../model/sign-in.js';
import {checkById} from '../posture/checks/index.js';
import {textSummary} from '../report/text.js';
import type {Settings} from '../settings/settings.js';
import {sanitize} from '../terminal/sanitize.js';

export type SummaryInput = {
	readonly settings: Pick<Settings, 'interval'>;
	readonly openFleet: (isInteractive: boolean) => Promise<FleetStore>;
	readonly out: (text: string) => Promise<void>;
	readonly error: (text: string) => Promise<void>;
	/**
	Milliseconds since 1970.
	*/
	readonly now?: () => number;
};

/**
A fleet that is not read within two intervals would not be read in a dashboard either; the least is a minute.
*/
const deadline = (interval: number): number => Math.max(60, interval * 2) * 1000;

const isSettled = ({status, isReading, error}: SourceState): boolean =>
	status === 'off' || (!isReading && (status === 'fresh' || error !== undefined));

const isJudged = ({clusters, nodePools, registries, posture}: Snapshot): boolean =>
	[...clusters, ...nodePools, ...registries].every(({key}) => posture.byKey.has(key));

const isComplete = (snapshot: Snapshot): boolean => snapshot.decisions.status !== 'reading' && Object.values(snapshot.sources).every(source => isSettled(source)) && snapshot.isSettled && isJudged(snapshot);

const waitFor = async (store: FleetStore, milliseconds: number, onSnapshot: (snapshot: Snapshot) => void): Promise<boolean> => {
	if (isComplete(store.getSnapshot())) {
		return true;
	}

	const {promise, resolve} = Promise.withResolvers<boolean>();
	const timer = setTimeout(() => {
		resolve(false);
	}, milliseconds);
	const unsubscribe = store.subscribe(() => {
		const snapshot = store.getSnapshot();
		onSnapshot(snapshot);
		if (isComplete(snapshot)) {
			resolve(true);
		}
	});
	const result = await promise;
	clearTimeout(timer);
	unsubscribe();
	return result;
};

/**
Says once for each code where to enter it: with `--auth device-code` a person may well read stderr.
*/
const createCodePrompt = (error: (text: string) => Promise<void>): ((snapshot: Snapshot) => void) => {
	let told = '';
	return ({signIn}) => {
		if (signIn.state !== 'device-code' || signIn.code === told) {
			return;
		}

		told = signIn.code;
		void error(`crowsnest: to sign in, open ${sanitize(signIn.url)} and enter ${sanitize(signIn.code)}\n`);
	};
};

const attemptLine = ({method, reason, remedy}: SignInAttempt): string => `  ${method}: ${sanitize(reason)}. Way out: ${sanitize(remedy)}\n`;

const whyNothing = (snapshot: Snapshot, seconds: number): string => {
	const {signIn} = snapshot;
	const error = Object.values(snapshot.sources).map(source => source.error).find(one => one !== undefined);
	if (error === undefined) {
		return `crowsnest: nothing was read within ${seconds} seconds.\n`;
	}

	const attempts = signIn.state === 'failed' ? signIn.attempts : [];
	const isListed = attempts.length > 1;
	const remedy = isListed || error.remedy === undefined ? '' : ` Way out: ${sanitize(error.remedy)}`;
	const list = isListed ? attempts.map(attempt => attemptLine(attempt)).join('') : '';
	return `crowsnest: ${sanitize(error.reason)}${remedy}\n${list}`;
};

/**
Reads the fleet once and prints its summary: for pipes and CI.

@returns The exit code: 0, or 1 with one sentence on stderr when nothing at all could be read.
*/
export const printSummary = async ({settings, openFleet, out, error, now = Date.now}: SummaryInput): Promise<number> => {
	const store = await openFleet(false);
	try {
		const limit = deadline(settings.interval);
		const isWhole = await waitFor(store, limit, createCodePrompt(error));
		const snapshot = store.getSnapshot();
		// What the last run kept may be shown, with its age; having read nothing at all may not pass for an answer.
		if (Object.values(snapshot.sources).every(source => source.readAt === undefined || source.isKept)) {
			await error(whyNothing(snapshot, limit / 1000));
			return 1;
		}

		const {file = '', rows} = snapshot.decisions;
		const faults = rows.filter(({isFault}) => isFault).map(({line, text}) => `crowsnest: ${sanitize(file)}:${line}: ${text}\n`);
		if (faults.length > 0) {
			await error(faults.join(''));
		}

		await out(textSummary(snapshot, {now: now(), isWhole, titleOf: checkId => checkById.get(checkId)?.title ?? checkId}));
		return 0;
	} finally {
		await store.stop();
	}
};
