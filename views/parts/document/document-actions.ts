import type {Action} from '../../keymap.js';
import type {DocumentAction} from './document-state.js';

/**
What the keys do in a text that scrolls.
*/
export const documentActions: Readonly<Partial<Record<Action, DocumentAction>>> = {
	'move-up': {type: 'scroll', by: -1},
	'move-down': {type: 'scroll', by: 1},
	'page-up': {type: 'scroll-pages', by: -1},
	'page-down': {type: 'scroll-pages', by: 1},
	'half-page-up': {type: 'scroll-pages', by: -0.5},
	'half-page-down': {type: 'scroll-pages', by: 0.5},
	'move-top': {type: 'scroll-to', edge: 'top'},
	'move-bottom': {type: 'scroll-to', edge: 'bottom'},
	'scroll-left': {type: 'sideways', by: -1},
	'scroll-right': {type: 'sideways', by: 1},
	wide: {type: 'toggle-wrap'},
	'next-match': {type: 'next-match'},
	'previous-match': {type: 'previous-match'},
};
