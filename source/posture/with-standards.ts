import type {Standards} from '../model/standards.js';
import type {createJudge, JudgeInput} from './judge.js';
import type {JudgeContext} from './check.js';

/**
Makes a judge see what an organisation asks for.

@param judge As `createJudge` makes it.
@param standards Settings of this run: they do not change while it lasts.
@returns A judge that takes the same input; equal contexts stay the same object, so that it goes on seeing that nothing changed.
*/
export const withStandards = (judge: ReturnType<typeof createJudge>, standards: Standards): ReturnType<typeof createJudge> => {
	const extended = new WeakMap<JudgeContext, JudgeContext>();
	return (input: JudgeInput) => {
		let context = extended.get(input.context);
		if (context === undefined) {
			context = {...input.context, standards};
			extended.set(input.context, context);
		}

		return judge({...input, context});
	};
};
