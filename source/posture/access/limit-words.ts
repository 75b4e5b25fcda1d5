import {isUnknown, type Fact} from '../../model/known.js';

/**
What a condition limits, in words: nothing where there is none. No condition is worked out here, of whichever version of the
language: what it lets through depends on the request.
*/
export const limitWords = (condition: Fact<string | undefined>): readonly string[] => {
	if (isUnknown(condition)) {
		return [`a condition that could not be read: ${condition.reason}`];
	}

	return condition === undefined || condition === '' ? [] : [`if ${condition}`];
};
