import type {Fact} from '../../model/known.js';
import type {Branch} from './branch.js';
import {intern} from './intern.js';

/**
Longer than any id that Azure makes.
*/
const longestId = 2048;

/**
An id of another resource, in small letters, since Azure's ids compare without regard to case.
*/
export const lowerText = (branch: Branch, name: string): Fact<string | undefined> => {
	const text = branch.text(name, longestId);
	return typeof text === 'string' ? text.toLowerCase() : text;
};

/**
A short text that many documents share, in small letters.
*/
export const lowerFact = (fact: Fact<string | undefined>): Fact<string | undefined> => (typeof fact === 'string' ? intern(fact.toLowerCase()) : fact);
