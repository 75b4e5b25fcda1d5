import type {Callout} from '../../source/posture/patching/callout.js';
import type {SheetRow} from '../parts/sheet/sheet.js';
import {severityMark} from '../theme.js';

/**
What is called out of a pool, each with glyph and letter of its severity.
*/
export const calloutRows = (callouts: readonly Callout[]): readonly SheetRow[] => callouts.map(({severity, text}) => ({
	value: [{text: `${severityMark(severity)} `, tone: severity, bold: true}, {text}],
}));
