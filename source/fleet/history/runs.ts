import type {Line} from './line.js';

/**
One run of the program, as its lines tell it.
*/
export type Run = {
	readonly startedAt: number;
	/**
	When it was heard of last.
	*/
	lastAt: number;
	endedAt: number | undefined;
	readonly process: number;
};

export type Runs = {
	readonly byId: ReadonlyMap<string, Run>;
	/**
	Every kind of resource that any of them judged.
	*/
	readonly kinds: ReadonlySet<string>;
	readonly take: (line: Line) => void;
};

export const createRuns = (): Runs => {
	const byId = new Map<string, Run>();
	const kinds = new Set<string>();
	return {
		byId,
		kinds,
		take(line) {
			if (line.type === 'start') {
				byId.set(line.run, {
					startedAt: line.at, lastAt: line.at, endedAt: undefined, process: line.process,
				});
				for (const kind of line.kinds) {
					kinds.add(kind);
				}
			}

			if (line.type !== 'score' && line.type !== 'end') {
				return;
			}

			const run = byId.get(line.run);
			if (!run) {
				return;
			}

			run.lastAt = Math.max(run.lastAt, line.at);
			run.endedAt = line.type === 'end' ? line.at : run.endedAt;
		},
	};
};

/**
A run that says nothing for longer has ended without saying so: its score is written at least every `heartbeat`.
*/
export const heartbeat = 5 * 60_000;

/**
When the last session ended: the last run that was over before `now`, milliseconds since 1970. One that was killed ended
when it was last heard of; one that still goes on in another terminal is none. Absent where no run is remembered.
*/
export const lastSessionEnd = ({byId}: Pick<Runs, 'byId'>, now: number, isAlive: (process: number) => boolean): number | undefined => {
	let end: number | undefined;
	for (const {endedAt, lastAt, process} of byId.values()) {
		const isOver = endedAt !== undefined || now - lastAt > 3 * heartbeat || !isAlive(process);
		const at = endedAt ?? lastAt;
		if (isOver && at <= now && (end === undefined || at > end)) {
			end = at;
		}
	}

	return end;
};
