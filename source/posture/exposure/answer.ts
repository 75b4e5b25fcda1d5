import type {Reachability} from '../../model/exposure.js';

const mostNamed = 3;

const listed = (ranges: readonly string[]): string => {
	const named = ranges.slice(0, mostNamed);
	const left = ranges.length - named.length;
	const all = left > 0 ? [...named, `${left} more`] : named;
	return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
};

export type AnswerInput = {
	readonly who: Reachability;
	readonly ranges: readonly string[];
	/**
	What it stands for, where it is an alias.
	*/
	readonly alias: string | undefined;
	readonly gaps: readonly string[];
};

/**
Who can reach it, in a few words. What is known is a part only where something that might widen it was not read: `at least`.
*/
export const answerOf = ({who, ranges, alias, gaps}: AnswerInput): string => {
	const least = gaps.length === 0 ? '' : ' at least';
	switch (who) {
		case 'internet': {
			return 'the internet';
		}

		case 'ranges': {
			return `${listed(ranges)}${least}`;
		}

		case 'network': {
			return `the virtual network${least}`;
		}

		case 'alias': {
			return `nobody: it is a name for ${alias ?? 'something outside'}`;
		}

		case 'unknown': {
			return 'unknown';
		}

		case 'cluster': {
			return 'this cluster';
		}

		case 'nobody': {
			return 'nobody';
		}
	}
};
