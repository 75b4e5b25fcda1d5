import {isUnknown, type Fact, type Unknown} from '../../model/known.js';

/**
The first fact that could not be read.
*/
export const firstUnknown = (...facts: ReadonlyArray<Fact<unknown>>): Unknown | undefined => facts.find((fact): fact is Unknown => isUnknown(fact));
