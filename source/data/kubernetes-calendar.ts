import type {Dated} from './retirement.js';

export type KubernetesRelease = Dated & {
	readonly minor: string;
	/**
	Last day of the community support on AKS; the documentation names the month only, so it is the month's last day.
	*/
	readonly end: string;
};

const source = 'AKS documentation, supported Kubernetes versions, August 2026';

/**
Ends of support, oldest first. It supplies dates, and an answer where `locations/{location}/kubernetesVersions` gives none; what that answer lists counts for more.
*/
export const kubernetesCalendar: readonly KubernetesRelease[] = [
	{minor: '1.33', end: '2026-07-31', source},
	{minor: '1.34', end: '2026-11-30', source},
	{minor: '1.35', end: '2027-03-31', source},
	{minor: '1.36', end: '2027-06-30', source},
	{minor: '1.37', end: '2027-10-31', source},
];

/**
What the support plan AKSLongTermSupport adds.
*/
export const longTermSupportYears = 1;
