import {placeOfExplanation} from '../places.js';
import {navigateIn, tellIn, type ActionContext} from './context.js';

/**
Opens the explanation of the verdict that the cursor stands on; of a resource, that of its worst failure.
*/
export const explain = (context: ActionContext): void => {
	const verdict = context.slot.current?.verdict?.();
	const place = verdict && placeOfExplanation(verdict);
	if (place) {
		navigateIn(context, {type: 'open', place});
	} else {
		tellIn(context, 'Nothing to explain here: no check says anything of this');
	}
};
