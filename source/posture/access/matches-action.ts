/**
Whether a pattern of a role definition matches an operation: without regard to case, and each `*` stands for any run of
characters, slashes included. Its time is bounded by the product of the lengths, however many stars a pattern has.
Source: Azure documentation, 'Understand Azure role definitions'.
*/
export const matchesAction = (pattern: string, action: string): boolean => {
	const wanted = pattern.toLowerCase();
	const text = action.toLowerCase();
	let atPattern = 0;
	let atText = 0;
	let star = -1;
	let afterStar = 0;
	while (atText < text.length) {
		if (wanted[atPattern] === '*') {
			star = atPattern;
			afterStar = atText;
			atPattern++;
		} else if (wanted[atPattern] === text[atText]) {
			atPattern++;
			atText++;
		} else if (star === -1) {
			return false;
		} else {
			// The last star takes one character more, and everything behind it begins again.
			atPattern = star + 1;
			afterStar++;
			atText = afterStar;
		}
	}

	while (wanted[atPattern] === '*') {
		atPattern++;
	}

	return atPattern === wanted.length;
};
