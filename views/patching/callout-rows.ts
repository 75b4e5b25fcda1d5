import type {Callout} from '../../source/posture/patching/callout.js';
import type {SheetRow} from '../parts/sheet/sheet.js';
import {severityLetter} from '../theme.js';

/**
What is called out of a pool, each with the letter of its severity.
*/
export const calloutRows = (callouts: readonly Callout[]): readonly SheetRow[] => callouts.map(({severity, text}) => ({
	value: [{text: `${severityLetter[severity]} `, tone: severity, bold: true}, {text}],
}));
