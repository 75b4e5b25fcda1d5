import {isUnknown, type Fact, type Unknown} from '../../model/known.js';

/**
Several facts as one: all of their values, or why the first that is unknown is so.
*/
export const together = <Values extends readonly unknown[]>(...facts: {readonly [Index in keyof Values]: Fact<Values[Index]>}): Values | Unknown =>
	facts.find((fact): fact is Unknown => isUnknown(fact)) ?? facts as unknown as Values;
