import type {Check} from '../check.js';
import {accessChecks} from './registry/access.js';
import {childChecks} from './registry/children.js';
import {diagnosticsChecks} from './registry/diagnostics.js';
import {encryptionChecks} from './registry/encryption.js';
import {lifecycleChecks} from './registry/lifecycle.js';
import {networkChecks} from './registry/network.js';
import {rightsChecks} from './registry/rights.js';
import {signatureChecks} from './registry/signatures.js';
import {tierChecks} from './registry/tier.js';
import {tokenChecks} from './registry/tokens.js';
import {trustChecks} from './registry/trust.js';
import {usageChecks} from './registry/usage.js';

/**
What is judged of a registry.
*/
export const registryChecks: ReadonlyArray<Check<'registry'>> = [
	...accessChecks,
	...networkChecks,
	...tierChecks,
	...encryptionChecks,
	...lifecycleChecks,
	...trustChecks,
	...childChecks,
	...diagnosticsChecks,
	...usageChecks,
	...tokenChecks,
	...signatureChecks,
	...rightsChecks,
];
