import {containerTag} from '../../model/host.js';
import type {Resource} from '../../model/resource.js';
import type {Isolation} from './requirements.js';

const words: ReadonlyArray<readonly [RegExp, readonly Isolation[]]> = [
	[/^(?:no|false|off|none)?$/v, []],
	[/^process/v, ['process']],
	[/^hyper-?v/v, ['hyperV']],
];

/**
The isolations that a machine's tag asks for; nothing where it does not say that it runs containers. A word that is neither
stands for both.
*/
export const isolationsOf = ({tags}: Pick<Resource, 'tags'>): readonly Isolation[] => {
	const value = Object.entries(tags).find(([name]) => name.toLowerCase() === containerTag)?.[1].trim().toLowerCase();
	return value === undefined ? [] : (words.find(([word]) => word.test(value))?.[1] ?? ['process', 'hyperV']);
};
