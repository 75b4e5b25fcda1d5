import type {Check} from '../check.js';
import {apiServerChecks} from './cluster/api-server.js';
import {identityChecks} from './cluster/identity.js';
import {protectionChecks} from './cluster/protection.js';
import {upgradeChecks} from './cluster/upgrade.js';

/**
What is judged of a cluster.
*/
export const clusterChecks: ReadonlyArray<Check<'cluster'>> = [...apiServerChecks, ...identityChecks, ...upgradeChecks, ...protectionChecks];
