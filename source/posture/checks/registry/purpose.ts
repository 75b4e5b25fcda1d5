import type {Evidence} from '../../check.js';
import {seen} from '../../outcome.js';

/**
Tags that teams tell an environment with, and the values that say 'not for production'. Staging is not among them: it
stands for production and is built like it.
*/
const tagNames: ReadonlySet<string> = new Set(['env', 'environment', 'stage']);

const values: ReadonlySet<string> = new Set(['dev', 'development', 'test', 'testing', 'qa', 'sandbox', 'lab', 'poc', 'nonprod', 'non-prod', 'nonproduction', 'non-production']);

/**
The tag that marks a resource as one for development or tests; absent where none does.
*/
export const nonProductionTag = (tags: Readonly<Record<string, string>>): Evidence | undefined => {
	const found = Object.entries(tags).find(([name, value]) => tagNames.has(name.toLowerCase()) && values.has(value.trim().toLowerCase()));
	return found && seen(`tags.${found[0]}`, found[1]);
};
