import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {
	ActivityEvent,
	ClusterRecords,
	DiagnosticSetting,
	MaintenanceWindow,
} from '../../../source/model/cluster-records.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {auditCategories} from '../../../source/posture/audit-categories.js';
import {
	goodWhenOn,
	plainSwitch,
	switchRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import type {Line} from '../../theme.js';
import {windowLine} from '../../patching/window-words.js';
import type {Tab} from '../tab.js';
import {logRows} from '../rows/log-rows.js';

const insightsSection = (cluster: Cluster): Section => ({
	title: 'Metrics and container logs',
	rows: [
		switchRow('Container insights', cluster.monitorContainerInsights ?? cluster.containerInsights, goodWhenOn),
		textRow('Log workspace', cluster.monitorContainerInsightsWorkspace ?? cluster.containerInsightsWorkspace, words('none', 'dim')),
		switchRow('Managed Prometheus', cluster.prometheusMetrics, plainSwitch),
	],
});

/**
The section of what is read of one cluster alone: being read, unknown, or as `show` says.
*/
const recordsSection = <T>(title: string, fact: Fact<T> | undefined, show: (value: T) => readonly SheetRow[]): Section => fact === undefined ? {title, rows: [{value: words('being read', 'dim')}]} : {title, rows: isUnknown(fact) ? [{value: unknownLine(fact)}] : show(fact)};

const auditLine = (settings: readonly DiagnosticSetting[]): Line => {
	const on = [...new Set(settings.flatMap(({categories}) => categories).filter(category => auditCategories.has(category)))];
	return on.length === 0
		? words('off: neither kube-audit nor kube-audit-admin goes anywhere', 'high')
		: [{text: 'on', tone: 'good'}, {text: `: ${on.join(', ')}`}];
};

const settingRows = (settings: readonly DiagnosticSetting[]): readonly SheetRow[] => [
	{label: 'Audit', value: auditLine(settings)},
	...logRows(settings),
];

const windowRows = (windows: readonly MaintenanceWindow[], now: number): readonly SheetRow[] => (windows.length === 0
	? [{value: windowLine(undefined, now)}]
	: windows.map((window): SheetRow => ({value: [{text: `${window.name} `, tone: 'dim'}, ...windowLine(window, now)]})));

/**
What whoever did it got, or could break.
*/
const grave = /listclusteradmincredential|runcommand|\/delete$|listclustercredential/iv;

const activityRows = (events: readonly ActivityEvent[], now: number): readonly SheetRow[] => (events.length === 0
	? [{value: words('nothing in the last seven days', 'dim')}]
	: events.map(({at, operation, title, status, caller, address}): SheetRow => ({
		value: [
			...timeWords(Date.parse(at), now),
			{text: ' '},
			{text: title === '' ? operation : title, tone: grave.test(operation) ? 'high' : 'plain'},
			{text: status === undefined ? '' : ` (${status})`, tone: 'dim'},
			{text: ' by ', tone: 'dim'},
			{text: caller ?? 'who is not reported', tone: caller === undefined ? 'unknown' : 'accent'},
			{text: address === undefined ? '' : ` from ${address}`},
		],
	})));

const recordsOf = (cluster: Cluster, {clusterRecords}: Snapshot): ClusterRecords | undefined => clusterRecords.get(cluster.key);

/**
Who watches the cluster: metrics, logs, where the control plane's audit goes, what was done to it lately and by whom, and when Azure may work on it.
*/
export const monitoring: Tab<Cluster> = {
	id: 'monitoring',
	title: 'Monitoring',
	type: 'lines',
	lines({resource, snapshot, theme, width, now}) {
		const records = recordsOf(resource, snapshot);
		return drawSheet([
			insightsSection(resource),
			recordsSection('Control plane logs', records?.diagnosticSettings, settingRows),
			recordsSection('Planned maintenance', records?.maintenance, windows => windowRows(windows, now)),
			recordsSection('Administrative actions of the last seven days', records?.activity, events => activityRows(events, now)),
		], width, theme);
	},
};
