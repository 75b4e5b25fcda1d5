import type {Check} from '../check.js';
import {approvedChecks} from './image/approved.js';
import {coverageChecks} from './image/coverage.js';
import {cveChecks} from './image/cves.js';

/**
What is judged of an image. It is a kind of its own, and not a part of its registry: it runs elsewhere, is mended by
itself, and comes from registries that nobody here owns.
*/
export const imageChecks: ReadonlyArray<Check<'image'>> = [...cveChecks, ...coverageChecks, ...approvedChecks];
