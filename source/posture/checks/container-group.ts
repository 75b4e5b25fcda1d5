import type {Check} from '../check.js';
import {networkChecks} from './container-group/network.js';
import {registryChecks} from './container-group/registries.js';
import {runTimeChecks} from './container-group/run-time.js';
import {secretChecks} from './container-group/secrets.js';

/**
What is judged of a container group.
*/
export const containerGroupChecks: ReadonlyArray<Check<'containerGroup'>> = [...networkChecks, ...secretChecks, ...registryChecks, ...runTimeChecks];
