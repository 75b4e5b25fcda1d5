/**
Takes all steps of some work at once, where nobody waits meanwhile or there are few.
*/
export const finish = <T>(steps: Iterator<void, T, void>): T => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};
