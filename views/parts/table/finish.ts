/**
Takes all steps at once.
*/
export const finish = <T>(steps: Iterator<void, T, void>): T => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};
