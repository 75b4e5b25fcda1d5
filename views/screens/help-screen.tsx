import {bindings} from '../keymap.js';
import {useKept} from '../kept.js';
import {helpEntries} from '../parts/help/help-entries.js';
import {helpLines} from '../parts/help/help-lines.js';
import {useTools} from '../tools.js';
import LinesView from './lines-view.js';

/**
Every key, from the one table of keys; `/` leaves those that answer.
*/
export default function HelpScreen({width, height}: {readonly width: number; readonly height: number}) {
	const {theme, isAscii} = useTools();
	const [filter, setFilter] = useKept('help-filter', '');
	return (
		<LinesView
			id='help'
			lines={helpLines(helpEntries(bindings, isAscii), filter, width - 2, theme)}
			width={width}
			height={height}
			title={[{text: 'Keys', tone: 'accent', bold: true}, ...(filter === '' ? [] : [{text: ` /${filter}`, tone: 'match'} as const])]}
			corner={[]}
			filter={{text: filter, set: setFilter}}
		/>
	);
}
