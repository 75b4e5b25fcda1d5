import type {ClusterService} from '../../../source/model/cluster-service.js';
import type {Exposure, Hop} from '../../../source/model/exposure.js';
import {policiesOf, policyWords} from '../../exposure/policy-words.js';
import {reachWords} from '../../exposure/reach-words.js';
import {
	factRow,
	listRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import type {Line, Theme} from '../../theme.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows} from '../rows/resource-section.js';
import type {Tab, TabContext} from '../tab.js';

const none = words('none', 'dim');

/**
One way from who asks to the pods: `internet → public IP 20.50.10.3 → load balancer kubernetes → Service shop/web → pods app=web`.
*/
const pathLine = (hops: readonly Hop[], {glyphs}: Theme): Line => hops.flatMap(({what, name, isUnknown: isHidden = false}, index): Line => [
	...(index === 0 ? [] : [{text: ` ${glyphs.crumb} `, tone: 'dim'} as const]),
	{text: name === '' ? what : `${what} `, tone: isHidden ? 'unknown' : (name === '' ? 'plain' : 'dim')},
	...(name === '' ? [] : [{text: name, tone: isHidden ? 'unknown' : 'plain'} as const]),
]);

const answerRows = ({who, answer, ports, ranges, hosts, troubles, gaps}: Exposure): readonly SheetRow[] => [
	{label: 'Who can reach it', value: [{text: answer, tone: reachWords[who].tone, bold: true}]},
	...(ports.length === 0 ? [] : [{label: 'On', value: words(ports.join(', '))}]),
	...(ranges.length === 0 ? [] : [{label: 'Let in', value: words(ranges.join(', '))}]),
	...hosts.map(({host, hasTls, by}, index): SheetRow => ({
		label: index === 0 ? 'By name' : '',
		value: [
			{text: host},
			hasTls === undefined ? {text: ' TLS unknown', tone: 'unknown'} : {text: hasTls ? ' with TLS' : ' without TLS', tone: hasTls ? 'good' : 'medium'},
			{text: ` by ${by}`, tone: 'dim'},
		],
	})),
	...troubles.map((trouble, index): SheetRow => ({label: index === 0 ? 'Troubles' : '', value: words(trouble, 'medium')})),
	...gaps.map((gap, index): SheetRow => ({label: index === 0 ? 'Not known' : '', value: words(gap, 'unknown')})),
];

const exposureSections = (exposure: Exposure | undefined, theme: Theme): readonly Section[] => {
	if (!exposure) {
		return [{title: 'Exposure', rows: [{value: words('being worked out', 'dim')}]}];
	}

	return [
		{title: 'Exposure', rows: answerRows(exposure)},
		{title: 'The way to it', rows: exposure.paths.map(path => ({value: pathLine(path, theme)}))},
		{title: 'Because', rows: exposure.because.map(({path, value}): SheetRow => ({value: [{text: path, tone: 'accent'}, {text: ` = ${value}`}]}))},
	];
};

const policyRow = ({resource, snapshot}: TabContext<ClusterService>): SheetRow => factRow('Network policies', policiesOf(resource, snapshot), ingress => words(policyWords[ingress].sentence, policyWords[ingress].tone));

const serviceSection = (context: TabContext<ClusterService>): Section => {
	const {resource: service, snapshot, now} = context;
	return {
		title: 'Service',
		rows: [
			{label: 'Cluster', value: words(service.clusterName)},
			{label: 'Namespace', value: words(service.namespace)},
			{label: 'Told by', value: service.isInferred ? words('Azure alone: inferred from addresses and load balancer rules', 'unknown') : words('the cluster\'s own API', 'dim')},
			textRow('Type', service.type, words('not reported', 'unknown')),
			factRow('Ports', service.ports, ports => words(ports.map(({name, protocol, port, targetPort, nodePort}) =>
				`${name === undefined ? '' : `${name} `}${protocol} ${port}${targetPort === undefined ? '' : ` to ${targetPort}`}${nodePort === undefined ? '' : `, node port ${nodePort}`}`).join('; ')), none),
			listRow('Cluster addresses', service.clusterIps, none),
			listRow('Addresses', service.addresses, none),
			listRow('External addresses', service.externalIps, none),
			textRow('Name outside', service.externalName, none),
			textRow('DNS label', service.dnsLabel, none),
			listRow('Source ranges', service.sourceRanges, none),
			listRow('Allowed ranges', service.allowedIpRanges, none),
			listRow('Allowed tags', service.allowedServiceTags, none),
			textRow('Internal', service.internalAnnotation, words('not asked for', 'dim')),
			listRow('Finds its pods by', service.selector, words('nothing: its endpoints are set by hand', 'dim')),
			policyRow(context),
			factRow('Made', service.created, created => (Number.isNaN(Date.parse(created)) ? words(created) : timeWords(Date.parse(created), now)), words('not reported', 'dim')),
			...placeRows(service, snapshot),
		],
	};
};

/**
A Service at a glance: who can reach it and by which way first, then what it is.
*/
export const overview: Tab<ClusterService> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines(context) {
		const {resource, snapshot, theme, width} = context;
		return drawSheet([
			...exposureSections(snapshot.exposures.get(resource.key), theme),
			postureSection(snapshot.posture.byKey.get(resource.key), theme),
			serviceSection(context),
		], width, theme);
	},
};
