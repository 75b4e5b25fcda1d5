import type {Check} from '../check.js';
import {accessChecks} from './registry/access.js';
import {networkChecks} from './registry/network.js';

/**
What is judged of a registry.
*/
export const registryChecks: ReadonlyArray<Check<'registry'>> = [...accessChecks, ...networkChecks];
