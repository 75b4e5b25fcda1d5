import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import type {DiagnosticSetting} from '../../model/cluster-records.js';
import type {Branch} from './branch.js';
import {readElements} from './elements.js';
import {segment, lastSegment} from './resource.js';

const enabledCategory = (log: Branch): Fact<string | undefined> => {
	const isEnabled = log.flag('enabled');
	const category = log.word('category');
	const group = log.word('categoryGroup');
	if (isUnknown(isEnabled) || isUnknown(category) || isUnknown(group)) {
		return [isEnabled, category, group].find(fact => isUnknown(fact))!;
	}

	return isEnabled === true ? category ?? (group === undefined ? undefined : `group:${group}`) : undefined;
};

/**
Which members name a place that logs go to, and how it is called. Of an event hub only the names are taken: its rule is the one that
holds the keys.
*/
const destinationsOf = (properties: Branch): Fact<readonly string[]> => {
	const ids = ['workspaceId', 'storageAccountId', 'eventHubAuthorizationRuleId', 'eventHubName', 'serviceBusRuleId', 'marketplacePartnerId'].map(name => properties.text(name, 2048));
	const lost = ids.find(id => isUnknown(id));
	if (lost !== undefined && isUnknown(lost)) {
		return lost;
	}

	// Unset members are null, or an empty text.
	const [workspace = '', storage = '', hubRule = '', hubName = '', busRule = '', partner = ''] = ids.map(id => valueOf(id));
	const rule = hubRule === '' ? busRule : hubRule;
	const namespace = segment(rule, 'namespaces') ?? '';
	return [
		...(workspace === '' ? [] : [`workspace ${lastSegment(workspace)}`]),
		...(storage === '' ? [] : [`storage ${lastSegment(storage)}`]),
		...(rule === '' ? [] : [`event hub ${[namespace, hubName].filter(part => part !== '').join('/')}`]),
		...(partner === '' ? [] : [`partner ${lastSegment(partner)}`]),
	];
};

/**
Maps one diagnostic setting. Where one of its logs cannot be read, the whole is unknown: the audit log may be the one.
Source: Microsoft.Insights diagnosticSettings 2021-05-01-preview.
*/
export const readDiagnosticSetting = (root: Branch): Fact<DiagnosticSetting> => {
	const properties = root.required('properties');
	const logs = readElements(properties, 'logs', enabledCategory);
	const destinations = destinationsOf(properties);
	const name = root.text('name');
	return isUnknown(logs) || isUnknown(destinations) || isUnknown(name) ? [logs, destinations, name].find(fact => isUnknown(fact))! : {name: name ?? '', categories: [...new Set(logs.filter(category => category !== undefined))].toSorted(), destinations};
};
