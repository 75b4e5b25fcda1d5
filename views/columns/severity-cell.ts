import type {Severity} from '../../source/model/severity.js';
import {isGrave, severityLetter} from '../theme.js';
import type {Cell} from './column.js';

/**
A severity by letter, glyph and colour, so that it is never told by its colour alone.
*/
export const severityCell = (severity: Severity | 'unknown'): Cell => ({
	text: severityLetter[severity], tone: severity, glyph: isGrave(severity) ? 'bullet' : 'hollow',
});
