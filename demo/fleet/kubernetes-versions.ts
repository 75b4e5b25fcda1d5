import {hash} from '../random.js';

type Minor = {
	readonly version: string;
	readonly supportPlan: readonly string[];
	readonly patches: readonly string[];
	readonly isDefault?: boolean;
	/**
	Still a preview in the regions where a release arrives last.
	*/
	readonly arrivesLate?: boolean;
};

const official = 'KubernetesOfficial';
const longTerm = 'AKSLongTermSupport';

/**
AKS's minors of November 2026, newest first: 1.33 ended in July 2026, 1.34 ends with November 2026, and older ones
live on under long-term support only.
*/
export const minors: readonly Minor[] = [
	{
		version: '1.37', supportPlan: [official], patches: ['1.37.1', '1.37.0'], arrivesLate: true,
	},
	{version: '1.36', supportPlan: [official, longTerm], patches: ['1.36.4', '1.36.2']},
	{
		version: '1.35', supportPlan: [official, longTerm], patches: ['1.35.7', '1.35.5'], isDefault: true,
	},
	{version: '1.34', supportPlan: [official, longTerm], patches: ['1.34.9', '1.34.8']},
	{version: '1.33', supportPlan: [longTerm], patches: ['1.33.12', '1.33.11']},
	{version: '1.32', supportPlan: [longTerm], patches: ['1.32.11']},
];

const isLate = (region: string): boolean => hash(11, region) % 3 === 0;

/**
Patches that a version may go to: the newer ones of its own minor, then those of the next.
*/
const upgradesOf = (minorIndex: number, patchIndex: number): string[] => [
	...minors[minorIndex]!.patches.slice(0, patchIndex),
	...(minors[minorIndex - 1]?.patches ?? []),
];

/**
The body of `locations/{location}/kubernetesVersions` (api-version 2026-07-01): `values`, and flags only where true.
*/
export const kubernetesVersionsBody = (region: string): unknown => ({
	values: minors.map((minor, minorIndex) => ({
		version: minor.version,
		capabilities: {supportPlan: minor.supportPlan},
		...(minor.isDefault && {isDefault: true}),
		...(minor.arrivesLate && isLate(region) && {isPreview: true}),
		patchVersions: Object.fromEntries(minor.patches.map((patch, patchIndex) => [patch, {upgrades: upgradesOf(minorIndex, patchIndex)}])),
	})),
});

/**
Where a version may be upgraded to; empty for one that AKS does not know any more.
*/
export const upgradesFrom = (version: string): string[] => {
	for (const [minorIndex, minor] of minors.entries()) {
		const patchIndex = minor.patches.indexOf(version);
		if (patchIndex !== -1) {
			return upgradesOf(minorIndex, patchIndex);
		}
	}

	return [];
};
