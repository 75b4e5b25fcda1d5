import {createContext, useContext, useState} from 'react';

/**
Where a view was left: cursor, scroll, search. Filled as one goes, read on the way back.
*/
export const KeptContext = createContext<Map<string, unknown>>(new Map());

/**
State that outlives its view: coming back finds it as it was.

@param id of the place; another id is another state
*/
export const useKept = <State>(id: string, initial: State): readonly [State, (next: State) => void] => {
	const kept = useContext(KeptContext);
	const [current, setCurrent] = useState<{readonly id: string; readonly state: State}>();
	const state = current?.id === id ? current.state : ((kept.get(id) as State | undefined) ?? initial);
	return [state, next => {
		if (next === state) {
			return;
		}

		kept.set(id, next);
		setCurrent({id, state: next});
	}];
};
