import {relativeAge} from '../text/relative-age.js';
import type {Line} from '../../theme.js';

/**
A moment as a person reads it: `2026-08-14 06:12 UTC (103 d)`.
*/
export const timeWords = (time: number, now: number): Line =>
	[{text: new Date(time).toISOString().slice(0, 16).replace('T', ' ')}, {text: ` UTC (${relativeAge(now - time)})`, tone: 'dim'}];
