import type {Host} from '../../../source/model/host.js';
import {isUnknown} from '../../../source/model/known.js';
import {endOfSupport, windowsOf} from '../../../source/posture/hosts/windows-release.js';
import {bytesText} from '../../images/bytes-text.js';
import {
	factRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import type {Tab} from '../tab.js';
import {canRows} from './can-rows.js';

const notReported = words('not reported', 'unknown');

const ageRow = (label: string, fact: Host['statusChanged'], now: number): SheetRow => factRow(label, fact, value => {
	const at = Date.parse(value);
	return words(Number.isNaN(at) ? value : `${relativeAge(now - at)} ago (${value})`);
}, notReported);

const supportRow = (host: Host): SheetRow => {
	const system = windowsOf(host);
	if (isUnknown(system)) {
		return {label: 'Supported until', value: unknownLine(system)};
	}

	const end = system && endOfSupport(system);
	return {label: 'Supported until', value: end === undefined ? words('not known for this build', 'unknown') : words(end)};
};

const updateSection = ({patches}: Host, now: number): Section => {
	if (isUnknown(patches)) {
		return {title: 'Updates', rows: [{label: 'Assessed', value: unknownLine(patches)}]};
	}

	return {
		title: 'Updates',
		rows: patches === undefined
			? [{label: 'Assessed', value: words('never, by Update Manager, or its table may not be read', 'unknown')}]
			: [
				textRow('Critical', patches.critical, notReported),
				textRow('Security', patches.security, notReported),
				factRow('Reboot', patches.rebootPending, value => words(value ? 'pending' : 'not needed', value ? 'medium' : 'good'), notReported),
				ageRow('Assessed', patches.assessed, now),
			],
	};
};

/**
A machine at a glance.
*/
export const overview: Tab<Host> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines: ({resource, snapshot, theme, width, now}) => drawSheet([
		postureSection(snapshot.posture.byKey.get(resource.key), theme),
		{title: 'Windows containers', rows: canRows(resource)},
		{
			title: 'Machine',
			rows: [
				textRow('System', resource.osSku, notReported),
				textRow('Build', resource.osVersion, notReported),
				supportRow(resource),
				factRow('Virtual machine', resource.isVirtual, value => words(value ? 'yes' : 'no'), notReported),
				textRow('Made by', resource.manufacturer, notReported),
				textRow('Model', resource.model, notReported),
				textRow('Cloud', resource.cloud, notReported),
				textRow('Processor', resource.processorName, notReported),
				textRow('Logical processors', resource.processors, notReported),
				factRow('Memory', resource.memory, bytes => words(bytesText(bytes)), notReported),
				textRow('Architecture', resource.architecture, notReported),
				textRow('Domain', resource.domain, notReported),
			],
		},
		{
			title: 'Azure Arc',
			rows: [
				textRow('Status', resource.status, notReported),
				ageRow('Since', resource.statusChanged, now),
				textRow('Agent', resource.agentVersion, notReported),
				...placeRows(resource, snapshot),
			],
		},
		updateSection(resource, now),
		tagSection(resource),
	], width, theme),
};
