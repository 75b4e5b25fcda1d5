import type {Check} from '../check.js';
import {isolationChecks} from './host/isolation.js';
import {systemChecks} from './host/system.js';

/**
What is judged of machines of one's own that run Windows.
*/
export const hostChecks: ReadonlyArray<Check<'host'>> = [...systemChecks, ...isolationChecks];
