import {createHash} from 'node:crypto';
import path from 'node:path';
import {scopeIdentity, type KeepFileQuestion} from '../keep/keep-file-path.js';

export type HistoryFileQuestion = Pick<KeepFileQuestion, 'env' | 'home' | 'scope'> & {
	/**
	Absent for the demo.
	*/
	readonly cloud: KeepFileQuestion['cloud'] | undefined;
	/**
	Of the demo: which of its fleets.
	*/
	readonly seed: number | string | undefined;
};

/**
Where what was found of a scope is remembered: `crowsnest/history-HASH.jsonl` in the XDG state folder, named as the kept
fleet is; `history-demo-HASH.jsonl` for the demo. A relative `XDG_STATE_HOME` is ignored, as the XDG Base Directory
Specification asks.

@returns An absolute path.
*/
export const historyFilePath = ({env, home, cloud, scope, seed}: HistoryFileQuestion): string => {
	const wished = env.XDG_STATE_HOME;
	const state = wished !== undefined && path.isAbsolute(wished) ? wished : path.join(home, '.local', 'state');
	const identity = cloud === undefined ? JSON.stringify(['demo', seed ?? '']) : scopeIdentity(cloud, scope);
	const hash = createHash('sha256').update(identity).digest('hex').slice(0, 16);
	return path.join(state, 'crowsnest', `history-${cloud === undefined ? 'demo-' : ''}${hash}.jsonl`);
};
