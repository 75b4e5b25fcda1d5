import {noInsideParts} from './inside-parts.js';
import type {Insides, InsidesDerived} from './insides/create-insides.js';

const nothing: InsidesDerived = {parts: noInsideParts, context: {}};

/**
As long as nobody looks into clusters.
*/
export const noInsides = (): InsidesDerived => nothing;

export type InsidesOptions = {
	/**
	Loads and makes what looks into clusters.
	*/
	readonly load: () => Promise<Insides>;
	/**
	It is there.
	*/
	readonly onLoad: () => void;
	/**
	Milliseconds until it is loaded though nobody has asked for it: the panes come first.
	*/
	readonly rest: number;
};

/**
Looks into clusters, by what is loaded when somebody wants it or the panes have long stood; what was asked of it until then is done when it is there.
*/
export const createLazyInsides = ({load, onLoad, rest}: InsidesOptions): Insides => {
	let insides: Insides | undefined;
	let loading: Promise<Insides> | undefined;
	let isStopped = false;

	const whenLoaded = async (then?: (loaded: Insides) => void): Promise<void> => {
		loading ??= load();
		const loaded = await loading;
		if (isStopped) {
			loaded.stop();
			return;
		}

		const isFirst = insides === undefined;
		insides = loaded;
		then?.(loaded);
		if (isFirst) {
			onLoad();
		}
	};

	/**
	What lasts until it is ended, and may end before it began.
	*/
	const lasting = (begin: (loaded: Insides) => () => void): (() => void) => {
		let end: (() => void) | undefined;
		let isOver = false;
		void whenLoaded(loaded => {
			if (!isOver) {
				end = begin(loaded);
			}
		});
		return () => {
			isOver = true;
			end?.();
		};
	};

	const timer = setTimeout(() => {
		void whenLoaded();
	}, rest);
	timer.unref();

	return {
		derive: input => insides?.derive(input) ?? nothing,
		open: key => lasting(loaded => loaded.open(key)),
		watch: () => lasting(loaded => loaded.watch()),
		ask(which, grant) {
			void whenLoaded(loaded => {
				loaded.ask(which, grant);
			});
		},
		grantsFor: key => insides?.grantsFor(key),
		refresh() {
			insides?.refresh();
		},
		setPaused(isPaused) {
			if (insides !== undefined || isPaused) {
				void whenLoaded(loaded => {
					loaded.setPaused(isPaused);
				});
			}
		},
		stop() {
			isStopped = true;
			clearTimeout(timer);
			insides?.stop();
		},
	};
};
