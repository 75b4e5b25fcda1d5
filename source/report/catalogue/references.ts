import type {CatalogueEntry} from './entry.js';

/**
The last part of the address of each family of controls, as Microsoft's documentation has them.
*/
const benchmarkPages: Readonly<Record<string, string>> = {
	NS: 'network-security',
	IM: 'identity-management',
	PA: 'privileged-access',
	DP: 'data-protection',
	AM: 'asset-management',
	LT: 'logging-threat-detection',
	IR: 'incident-response',
	PV: 'posture-vulnerability-management',
	ES: 'endpoint-security',
	BR: 'backup-recovery',
	DS: 'devops-security',
	GS: 'governance-strategy',
};

const benchmark = 'https://learn.microsoft.com/security/benchmark/azure';

export type Reference = {
	/**
	`Azure Policy`, `CIS AKS`.
	*/
	readonly source: string;
	readonly id: string;
	/**
	Where it can be read; absent where it has no page of its own.
	*/
	readonly url: string | undefined;
};

/**
What others say of the same, each with its address.
*/
export const referencesOf = ({references}: CatalogueEntry): readonly Reference[] => [
	...references.cisAks.map(id => ({source: 'CIS AKS', id, url: undefined})),
	...references.mcsb.map(id => {
		const page = benchmarkPages[id.slice(0, 2)];
		return {source: 'Microsoft cloud security benchmark', id, url: page === undefined ? `${benchmark}/overview` : `${benchmark}/mcsb-${page}`};
	}),
	...references.azurePolicy.map(id => ({
		source: 'Azure Policy', id, url: `https://portal.azure.com/#view/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/%2Fproviders%2FMicrosoft.Authorization%2FpolicyDefinitions%2F${id}`,
	})),
	...references.defender.map(id => ({
		source: 'Defender recommendation', id, url: `https://portal.azure.com/#view/Microsoft_Azure_Security/GenericRecommendationDetailsBlade/assessmentKey/${id}`,
	})),
];
