import type {Check} from '../check.js';
import {encryptionChecks} from './node-pool/encryption.js';
import {exposureChecks} from './node-pool/exposure.js';
import {imageChecks} from './node-pool/image.js';
import {patchingChecks} from './node-pool/patching.js';
import {versionChecks} from './node-pool/version.js';

/**
What is judged of a node pool. Paths of evidence are those inside the pool: flat in a cluster's document, under
`properties` in the agentPools API.
*/
export const nodePoolChecks: ReadonlyArray<Check<'nodePool'>> = [...imageChecks, ...versionChecks, ...patchingChecks, ...exposureChecks, ...encryptionChecks];
