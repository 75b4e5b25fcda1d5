import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {
	AdminSubject,
	Inside,
	ReachAttempt,
} from '../../../source/model/inside.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {runCommandNotice} from '../../../source/kubernetes/run-command-notice.js';
import {textRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import type {Line} from '../../theme.js';
import {insideStateOf} from './inside-state.js';
import {wayWords} from './way-words.js';

const attemptRows = ({way, reason, remedy}: ReachAttempt): readonly SheetRow[] => [
	{label: wayWords[way].name, value: [{text: reason}]},
	...(remedy === undefined ? [] : [{label: '', value: [{text: 'what would help: ', tone: 'dim'}, {text: remedy, tone: 'accent'}]} as const]),
];

const wayLine = ({reach}: Inside): Line => {
	if (reach.way === undefined) {
		return words('not reached: what is inside is unknown', 'unknown');
	}

	const {reached, tone} = wayWords[reach.way];
	return words(reached, tone);
};

const adminWords = ({kind, name, namespace, binding}: AdminSubject): Line =>
	[{text: `${kind} `, tone: 'dim'}, {text: namespace === undefined ? name : `${namespace}/${name}`}, {text: ` by ${binding}`, tone: 'dim'}];

const adminRows = (admins: Fact<readonly AdminSubject[]>): readonly SheetRow[] => {
	const label = 'cluster-admin';
	if (isUnknown(admins)) {
		return [{label, value: unknownLine(admins)}];
	}

	return admins.length === 0
		? [{label, value: words('nobody is bound to it', 'good')}]
		: admins.map((admin, index): SheetRow => ({label: index === 0 ? label : '', value: adminWords(admin)}));
};

/**
What the run command costs and takes, told before anybody uses it.
*/
const runCommandRows = ({name, runCommandDisabled}: Cluster): readonly SheetRow[] => (runCommandDisabled === true
	? [{label: 'Run command', value: words('switched off in this cluster')}]
	: [
		{label: 'Run command', value: [{text: `:run-command ${name}`, tone: 'accent'}, {text: ` uses it. ${runCommandNotice.what}`}]},
		{label: '', value: [{text: 'it takes ', tone: 'dim'}, {text: runCommandNotice.rights.join(', ')}, {text: `: ${runCommandNotice.role}`, tone: 'dim'}]},
		...runCommandNotice.effects.map((effect): SheetRow => ({label: '', value: [{text: effect, tone: 'dim'}]})),
	]);

const readRows = (inside: Inside, cluster: Cluster, now: number): readonly SheetRow[] => [
	{label: 'Reached', value: wayLine(inside)},
	...(inside.reach.server === undefined ? [] : [{label: 'Server', value: words(inside.reach.server)}]),
	...inside.reach.attempts.flatMap(attempt => attemptRows(attempt)),
	{label: 'Looked inside', value: timeWords(inside.readAt, now)},
	...(inside.reach.way === undefined ? runCommandRows(cluster) : [textRow('Server version', inside.version, words('not reported', 'unknown')), ...adminRows(inside.clusterAdmins)]),
];

/**
How the cluster's own API was reached, why the other ways were not taken, and what it says of itself.
*/
export const reachSection = (cluster: Cluster, snapshot: Snapshot, now: number): Section => {
	const state = insideStateOf(cluster.key, snapshot);
	return {
		title: 'The cluster\'s own API',
		rows: state.is === 'read' ? readRows(state.inside, cluster, now) : [{value: words(state.reason, 'dim')}],
	};
};
