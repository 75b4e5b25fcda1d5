import type {Collectors} from '../azure/collectors.js';
import type {InsideGrants} from '../model/inside.js';
import type {PricesOptions} from '../prices/watch-prices.js';
import type {DecisionsOptions} from './decisions.js';
import type {FleetJudge} from './judging.js';
import type {Notice, SourceName} from './snapshot.js';
import type {sources as allSources} from './sources.js';

export type FleetStoreOptions = {
	/**
	Called when the first source is polled, so that the first frame does not wait for the SDK clients; called again after it failed.
	*/
	readonly collectors: () => Promise<Collectors>;
	/**
	Milliseconds between two polls of what is on screen.
	*/
	readonly interval: number;
	readonly isDemo: boolean;
	/**
	Where the last known fleet is kept (see `keepFilePath`); nothing is kept without.
	*/
	readonly keepFile?: string | undefined;
	/**
	The file of accepted risks; nothing is accepted without.
	*/
	readonly decisions?: Pick<DecisionsOptions, 'file' | 'isNamed'> | undefined;
	/**
	The file of prices for estimates; the built-in ones are used without.
	*/
	readonly prices?: Pick<PricesOptions, 'file' | 'isNamed'> | undefined;
	/**
	Whether a person has chosen which subscriptions are watched.
	*/
	readonly isScoped?: boolean | undefined;
	/**
	Where what each look found is remembered (see `historyFilePath`); only this session is without.
	*/
	readonly historyFile?: string | undefined;
	/**
	How clusters are looked into: nobody's, before a person asks, without.
	*/
	readonly inside?: {
		/**
		All of them, from the start.
		*/
		readonly isAsked: boolean;
		readonly grants: InsideGrants;
		/**
		So many at once.

		@default 8
		*/
		readonly concurrency?: number | undefined;
	} | undefined;
	/**
	Whether registries are asked what they hold as soon as they are opened; nobody's, before a person asks, without.
	*/
	readonly isImagesAsked?: boolean | undefined;
	/**
	Milliseconds since 1970; for tests.
	*/
	readonly now?: (() => number) | undefined;
	/**
	Each notice, for the log.
	*/
	readonly onLog?: ((notice: Notice) => void) | undefined;
	/**
	A quit waits no longer for the kept file to be written, in milliseconds.

	@default 500
	*/
	readonly stopWithin?: number | undefined;
	/**
	What is not polled with these settings.
	*/
	readonly off?: readonly SourceName[] | undefined;
	/**
	Instead of the table of all sources; for tests.
	*/
	readonly sources?: typeof allSources | undefined;
	/**
	Instead of all checks; for tests.
	*/
	readonly judge?: FleetJudge | undefined;
};
