import {isUnknown, valueOf, type Fact} from '../../source/model/known.js';
import type {SupportedVersions} from '../../source/model/kubernetes-version.js';
import {unknownCell, notReportedCell} from './fact-cell.js';
import type {Cell} from './column.js';

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/**
A Kubernetes version with the state of its support in its region: `1.29.4 !` no longer supported, `1.30.9 LTS` only under
long-term support, `1.35.0 pre` a preview, `1.33.2 ?` where the region's versions could not be read.
Source: Microsoft.ContainerService `locations/{location}/kubernetesVersions`. `supportPlan` is the cluster's
`properties.supportPlan`: under AKSLongTermSupport an LTS version is as good as any.
*/
export const versionCell = (
	version: Fact<string | undefined>,
	region: string,
	supported: SupportedVersions,
	supportPlan: Fact<string | undefined>,
): Cell => {
	if (isUnknown(version)) {
		return unknownCell;
	}

	if (version === undefined || version === '') {
		return notReportedCell;
	}

	const offered = supported.get(region);
	if (offered === undefined || isUnknown(offered)) {
		return {text: `${version} ?`, tone: 'unknown'};
	}

	const entry = offered.find(({minor}) => minor === minorOf(version));
	if (!entry) {
		return {text: `${version} !`, tone: 'high'};
	}

	if (entry.isPreview) {
		return {text: `${version} pre`, tone: 'medium'};
	}

	const isLongTermOnly = entry.supportPlans.length > 0 && !entry.supportPlans.includes('KubernetesOfficial');
	return isLongTermOnly ? {text: `${version} LTS`, tone: valueOf(supportPlan) === 'AKSLongTermSupport' ? 'plain' : 'high'} : {text: version};
};
