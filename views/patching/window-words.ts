import type {MaintenanceWindow} from '../../source/model/cluster-records.js';
import {isUnknown, type Fact} from '../../source/model/known.js';
import type {Cell} from '../columns/column.js';
import {unknownCell} from '../columns/fact-cell.js';
import {unknownLine, words} from '../parts/sheet/fact-row.js';
import type {Line} from '../theme.js';

const inWords = (milliseconds: number): string => {
	const hours = Math.max(0, Math.round(milliseconds / 3_600_000));
	return hours < 48 ? `in ${hours} h` : `in ${Math.round(hours / 24)} d`;
};

const opens = ({opensNext, openUntil}: MaintenanceWindow, now: number): string | undefined => {
	const [next, until] = [Date.parse(opensNext ?? ''), Date.parse(openUntil ?? '')];
	if (until > now) {
		return 'open now';
	}

	return Number.isNaN(next) ? undefined : inWords(next - now);
};

/**
When the window opens next, for a cell.
*/
export const windowCell = (window: Fact<MaintenanceWindow | undefined>, now: number): Cell => {
	if (isUnknown(window)) {
		return unknownCell;
	}

	return window === undefined ? {text: 'none planned', tone: 'dim'} : {text: opens(window, now) ?? window.schedule};
};

/**
The window in a sentence: its schedule, and when it opens next.
*/
export const windowLine = (window: Fact<MaintenanceWindow | undefined>, now: number): Line => {
	if (isUnknown(window)) {
		return unknownLine(window);
	}

	if (window === undefined) {
		return words('none planned: AKS may work on the nodes at any time', 'medium');
	}

	const next = opens(window, now);
	const at = window.opensNext === undefined ? '' : ` (${window.opensNext.slice(0, 16).replace('T', ' ')} UTC)`;
	const sentence = next === 'open now' ? next : `opens ${next ?? ''}${at}`;
	return [{text: window.schedule}, next === undefined ? {text: ', when it opens next cannot be told', tone: 'unknown'} : {text: `, ${sentence}`, tone: 'dim'}];
};
