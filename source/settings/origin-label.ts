import type {Origin} from './settings.js';

/**
Where a value came from, as it stands in front of a sentence about it.
*/
export const originLabel = (origin: Origin): string => {
	switch (origin.from) {
		case 'flag':
		case 'variable': {
			return origin.name;
		}

		case 'file': {
			return `${origin.path}:${origin.line}`;
		}

		case 'default': {
			return 'default';
		}
	}
};
