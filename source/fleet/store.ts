import type {Finding} from '../model/finding.js';
import type {InsideGrants} from '../model/inside.js';
import type {Fact} from '../model/known.js';
import type {SignInState} from '../model/sign-in.js';
import type {Vulnerabilities} from '../model/vulnerability.js';
import type {ContainerLogs} from './container-logs.js';
import type {TimelineEvent} from './history/change.js';
import type {Snapshot, SourceName} from './snapshot.js';

/**
What the drill-down of one resource reads beyond the snapshot. Absent members are still being read.
*/
export type ResourceDetail = {
	/**
	The fresh document, sanitised and with secrets masked.
	*/
	readonly document: Fact<unknown> | undefined;
	/**
	CVEs of the package that a finding is about; absent too for what is about no package.
	*/
	readonly vulnerabilities?: Fact<Vulnerabilities> | undefined;
	/**
	Findings on this resource and what lies below it.
	*/
	readonly findings: Fact<readonly Finding[]> | undefined;
	/**
	When the document was read, milliseconds since 1970.
	*/
	readonly readAt: number | undefined;
};

/**
The living fleet, outside React. Views subscribe with `useSyncExternalStore` and select what they draw;
nothing that is called here waits.
*/
export type FleetStore = {
	getSnapshot: () => Snapshot;
	/**
	Calls the listener after each new snapshot, at most once for each batch of changes. Returns how to stop.
	*/
	subscribe: (listener: () => void) => () => void;
	/**
	Polls one source, or all, now.
	*/
	refresh: (source?: SourceName) => void;
	setPaused: (isPaused: boolean) => void;
	/**
	More findings than were read are wanted (the cursor comes near the end, or a filter is set).
	*/
	readMoreFindings: () => void;
	/**
	What became of a resource, oldest first, as far back as is remembered; the same array as long as nothing happened.
	*/
	timelineOf: (key: string) => readonly TimelineEvent[];
	/**
	A person asks to look inside one cluster, by its key, or inside all; what it takes beyond Reader is allowed with it.
	*/
	lookInside: (which: string, grant: keyof InsideGrants) => void;
	/**
	A person asks to read what registries hold, by what it takes beyond Reader: those that are open, and are opened later.
	*/
	readRegistries: () => void;
	/**
	Somebody watches the images of all registries: those that may be asked are read one by one. Returns how to end it.
	*/
	watchImages: () => () => void;
	/**
	Somebody watches the insides of all clusters: they are read sooner. Returns how to end it.
	*/
	watchInsides: () => () => void;
	/**
	Detail of the resource that is open; reading starts with the first subscriber and ends with the last.
	*/
	getDetail: (key: string) => ResourceDetail;
	subscribeDetail: (key: string, listener: () => void) => () => void;
	/**
	What a container of a group wrote, by the group's key; reading starts with the first subscriber and ends with the last.
	*/
	getLogs: (key: string, container: string) => ContainerLogs;
	subscribeLogs: (key: string, container: string, listener: () => void) => () => void;
	/**
	What the credential's device code callback says: shown as `signIn` until a source is read or signing in fails.
	*/
	setDeviceCode: (state: SignInState) => void;
	/**
	Which requests are in flight is cancelled; no listener is called any more. Resolves once the last known fleet is
	kept, within half a second whatever hangs. Never rejects.
	*/
	stop: () => Promise<void>;
};
