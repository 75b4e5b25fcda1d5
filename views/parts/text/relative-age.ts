const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
An age in words that move in steps, so that a quiet screen stays quiet: `now`, `10 s`, `40 s`, `5 min`, `3 h`, `12 d`.

@param milliseconds How long ago; what lies ahead (a clock that goes wrong) is `now`.
*/
export const relativeAge = (milliseconds: number): string => {
	if (Number.isNaN(milliseconds) || milliseconds < 10 * second) {
		return 'now';
	}

	if (milliseconds < minute) {
		return `${Math.floor(milliseconds / (10 * second)) * 10} s`;
	}

	if (milliseconds < hour) {
		return `${Math.floor(milliseconds / minute)} min`;
	}

	return milliseconds < 2 * day ? `${Math.floor(milliseconds / hour)} h` : `${Math.floor(milliseconds / day)} d`;
};
