import {kubernetesCalendar, longTermSupportYears} from '../../data/kubernetes-calendar.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import {addYears, daysLeft} from '../calendar.js';
import {minorName, minorNumber} from '../kubernetes-minor.js';

/**
Until when a node's kubelet gets fixes.
*/
export type KubeletSupport = {
	readonly state: 'supported' | 'long-term' | 'preview' | 'over' | 'unknown';
	readonly version: string | undefined;
	/**
	Last day of its support, ISO; absent where the calendar does not know the version.
	*/
	readonly ends: string | undefined;
	/**
	One sentence without a full stop; empty where the state says it all.
	*/
	readonly because: string;
};

const longTerm = 'AKSLongTermSupport';

const endOf = (version: string, isLongTerm: boolean): string | undefined => {
	const end = kubernetesCalendar.find(({minor}) => minor === minorName(version))?.end;
	return end !== undefined && isLongTerm ? addYears(end, longTermSupportYears) : end;
};

const byCalendar = (version: string, ends: string | undefined, now: number, reason: string): KubeletSupport => {
	const oldest = kubernetesCalendar[0]!;
	const isOlder = (minorNumber(version) ?? Infinity) < (minorNumber(oldest.minor) ?? 0) && daysLeft(oldest.end, now) < 0;
	if (ends === undefined) {
		return isOlder
			? {
				state: 'over', version, ends, because: `older than ${oldest.minor}, whose support ended on ${oldest.end}`,
			}
			: {
				state: 'unknown', version, ends, because: reason,
			};
	}

	return daysLeft(ends, now) < 0
		? {
			state: 'over', version, ends, because: `its support ended on ${ends}`,
		}
		: {
			state: 'supported', version, ends, because: '',
		};
};

/**
The support of a kubelet's version: what its region offers counts, the bundled calendar gives the dates and answers where the region was not read.

@param version without the leading v
@param plan `supportPlan` of the cluster
@param offered what the region offers; absent: not read
@param now milliseconds since 1970
*/
export const kubeletSupport = (version: Fact<string | undefined>, plan: Fact<string | undefined>, offered: Fact<readonly KubernetesVersion[]> | undefined, now: number): KubeletSupport => {
	if (version === undefined || version === '' || isUnknown(version)) {
		return {
			state: 'unknown', version: undefined, ends: undefined, because: isUnknown(version) ? version.reason : 'its version is not reported',
		};
	}

	// A virtual node: its kubelet is a pod, and no release of Kubernetes.
	if (version.includes('-vk-') || minorNumber(version) === undefined) {
		return {
			state: 'unknown', version, ends: undefined, because: `${version} is no release of Kubernetes`,
		};
	}

	const isLongTerm = plan === longTerm;
	const ends = endOf(version, isLongTerm);
	if (offered === undefined || isUnknown(offered) || offered.length === 0) {
		return byCalendar(version, ends, now, isUnknown(offered) ? offered.reason : 'the versions that its region supports have not been read');
	}

	const listed = offered.find(({minor}) => minorNumber(minor) === minorNumber(version));
	if (listed === undefined) {
		return {
			state: 'over', version, ends, because: `its region does not offer ${minorName(version)} any more`,
		};
	}

	if (listed.isPreview) {
		return {
			state: 'preview', version, ends, because: '',
		};
	}

	const isStandard = listed.supportPlans.length === 0 || listed.supportPlans.includes('KubernetesOfficial');
	if (isStandard) {
		return {
			state: 'supported', version, ends, because: '',
		};
	}

	return isLongTerm
		? {
			state: 'long-term', version, ends, because: '',
		}
		: {
			state: isUnknown(plan) ? 'unknown' : 'over', version, ends, because: 'only long-term support is left',
		};
};
