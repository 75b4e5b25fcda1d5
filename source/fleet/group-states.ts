import type {GroupState} from '../model/group-state.js';
import type {Fact} from '../model/known.js';
import {isSameJson} from './reuse.js';

export type GroupStates = {
	/**
	Takes what was read of one group that somebody looks at.
	*/
	readonly note: (key: string, state: Fact<GroupState>) => void;
	/**
	By the group's key; the same map while nothing has changed.
	*/
	readonly known: () => ReadonlyMap<string, Fact<GroupState>>;
};

/**
So many groups that were opened show how they were then.
*/
const mostRemembered = 256;

const groupKey = /^\/subscriptions\/[^\/]+\/resourcegroups\/[^\/]+\/providers\/microsoft\.containerinstance\/containergroups\/[^\/]+$/v;

/**
Whether a key is a container group's.
*/
export const isGroupKey = (key: string): boolean => groupKey.test(key);

/**
Makes the memory of how container groups are: told by the answer for one group alone, which is asked for when somebody opens it.
*/
export const createGroupStates = (onChange: () => void): GroupStates => {
	let states: ReadonlyMap<string, Fact<GroupState>> = new Map();
	return {
		note(key, state) {
			const before = states.get(key);
			if (before !== undefined && isSameJson(before, state)) {
				return;
			}

			const rest = [...states].filter(([other]) => other !== key).slice(1 - mostRemembered);
			states = new Map([...rest, [key, state]]);
			onChange();
		},
		known: () => states,
	};
};
