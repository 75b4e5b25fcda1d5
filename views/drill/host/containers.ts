import {containerTag, type Host} from '../../../source/model/host.js';
import {isolationsOf} from '../../../source/posture/hosts/container-use.js';
import {hostAnswers, isolationTitles, type Requirement} from '../../../source/posture/hosts/requirements.js';
import {words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Tone} from '../../theme.js';
import type {Tab} from '../tab.js';

const states: Readonly<Record<Requirement['state'], readonly [word: string, tone: Tone]>> = {
	met: ['met', 'good'], 'not-met': ['not met', 'medium'], unknown: ['unknown', 'unknown'], 'not-needed': ['not needed', 'dim'],
};

/**
What stands in the way comes first.
*/
const order: ReadonlyArray<Requirement['state']> = ['not-met', 'unknown', 'met', 'not-needed'];

const byState = (one: Requirement, other: Requirement): number => order.indexOf(one.state) - order.indexOf(other.state);

const requirementRows = ({title, state, evidence, because}: Requirement): readonly SheetRow[] => {
	const [word, tone] = states[state];
	return [
		{label: word, value: words(title, tone)},
		{label: '', value: words(`${evidence.path} = ${evidence.value}`, 'dim')},
		...(because === undefined ? [] : [{label: '', value: words(because)}]),
	];
};

/**
What Windows containers ask of a machine, one requirement after the other.
*/
export const containers: Tab<Host> = {
	id: 'containers',
	title: 'Containers',
	type: 'lines',
	lines({resource, theme, width}) {
		const asked = isolationsOf(resource);
		return drawSheet([
			{
				title: 'Can it run Windows containers?',
				rows: [{
					value: words(asked.length === 0
						? `No tag \`${containerTag}\` (process, hyper-v or both) says that it does: what follows is not judged.`
						: `Its tag \`${containerTag}\` asks for ${asked.map(isolation => isolationTitles[isolation]).join(' and ')}.`, 'dim'),
				}],
			},
			...hostAnswers(resource).map(({isolation, can, requirements}) => ({
				title: `With ${isolationTitles[isolation]}: ${can}`,
				rows: requirements.toSorted(byState).flatMap(requirement => requirementRows(requirement)),
			})),
		], width, theme);
	},
};
