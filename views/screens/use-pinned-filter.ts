import {
	createContext,
	useContext,
	useEffect,
	useRef,
} from 'react';
import {useKept} from '../kept.js';

/**
The filter that stays while the kind changes.
*/
export const PinnedFilterContext = createContext<string | undefined>(undefined);

/**
Gives a table the pinned filter, and takes it away again when it is no longer pinned: no table keeps a filter that was
never typed there. The table with the focus is left to whoever unpinned.

@returns whether the table's filter is the pinned one
*/
export const usePinnedFilter = ({id, filter, isFocused, setFilter}: {
	/**
	Of the table.
	*/
	readonly id: string;
	readonly filter: string;
	readonly isFocused: boolean;
	readonly setFilter: (text: string) => void;
}): boolean => {
	const pinned = useContext(PinnedFilterContext);
	const pinnedBefore = useRef<string>(undefined);
	const [given, setGiven] = useKept<string | undefined>(`${id}:pinned`, undefined);
	useEffect(() => {
		const isUnpinnedNow = pinnedBefore.current !== undefined && pinned === undefined;
		pinnedBefore.current = pinned;
		if (given !== pinned) {
			setGiven(pinned);
		}

		if (pinned !== undefined && pinned !== filter) {
			setFilter(pinned);
		} else if (pinned === undefined && given !== undefined && given === filter && !(isUnpinnedNow && isFocused)) {
			setFilter('');
		}
		// Only a pin that changes sets the filter: what is typed afterwards pins anew.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [pinned, id]);

	return pinned !== undefined && pinned === filter;
};
