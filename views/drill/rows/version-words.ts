import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {KubernetesVersion, SupportedVersions} from '../../../source/model/kubernetes-version.js';
import type {Line} from '../../theme.js';
import {unknownLine} from '../../parts/sheet/fact-row.js';
import {compareVersions} from './compare-versions.js';

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

const patchWords = (version: string, {patches}: KubernetesVersion): Line => {
	const newest = patches.toSorted(compareVersions).at(-1);
	if (newest === undefined || version.split('.').length < 3) {
		return [];
	}

	const isBehind = compareVersions(version, newest) < 0;
	return [{text: isBehind ? `, patch ${newest} is available` : ', newest patch', tone: isBehind ? 'medium' : 'dim'}];
};

const notOffered = (version: string, offered: readonly KubernetesVersion[], region: string): Line => {
	const oldest = offered.map(({minor}) => minor).toSorted(compareVersions)[0];
	const isOld = oldest !== undefined && compareVersions(minorOf(version), oldest) < 0;
	return [{
		text: isOld ? `out of support: the oldest in ${region} is ${oldest}` : `not among the versions of ${region}`,
		tone: isOld ? 'high' : 'medium',
	}];
};

const supportWords = (version: string, entry: KubernetesVersion, plan: string | undefined): Line => {
	if (entry.isPreview) {
		return [{text: 'preview', tone: 'medium'}, ...patchWords(version, entry)];
	}

	if (entry.supportPlans.length === 0 || entry.supportPlans.includes('KubernetesOfficial')) {
		return [{text: 'supported', tone: 'good'}, ...patchWords(version, entry)];
	}

	return plan === 'AKSLongTermSupport'
		? [{text: 'long-term support', tone: 'good'}, ...patchWords(version, entry)]
		: [{text: 'out of standard support, only long-term support is left', tone: 'high'}];
};

/**
A Kubernetes version against what its region supports; `plan` is the cluster's `properties.supportPlan`: KubernetesOfficial
or AKSLongTermSupport.
*/
export const versionWords = (version: Fact<string | undefined>, plan: Fact<string | undefined>, region: string, supported: SupportedVersions): Line => {
	if (isUnknown(version)) {
		return unknownLine(version);
	}

	if (version === undefined) {
		return [{text: 'not reported', tone: 'unknown'}];
	}

	const start = {text: `${version} `, bold: true};
	const offered = supported.get(region);
	if (offered === undefined) {
		return [start, {text: `support unknown: the versions of ${region} have not been read yet`, tone: 'unknown'}];
	}

	if (isUnknown(offered)) {
		return [start, {text: 'support ', tone: 'unknown'}, ...unknownLine(offered)];
	}

	const entry = offered.find(({minor}) => minor === minorOf(version));
	return [start, ...(entry ? supportWords(version, entry, isUnknown(plan) ? undefined : plan) : notOffered(version, offered, region))];
};
