import {guidOf, hash} from '../random.js';

/**
How Defender's plans stand in a subscription.
*/
export type PlanState = 'on' | 'off' | 'trial' | 'legacy';

export type DemoSubscription = {
	readonly id: string;
	readonly name: string;
	readonly team: string;
	readonly environment: 'prod' | 'staging' | 'dev';
	readonly plans: PlanState;
	/**
	False: Resource Graph leaves it out without a word, Resource Manager answers 403.
	*/
	readonly isReadable: boolean;
	/**
	Enabled, Warned, PastDue, Disabled.
	*/
	readonly state: string;
};

/**
The invented company: what its names begin with, and the domain (RFC 2606) that its people would write from.
*/
export const company = {prefix: 'vlm', domain: 'vellamar.example'} as const;

export const teams = ['payments', 'shop', 'data', 'platform', 'identity', 'logistics'] as const;

/**
Region and the short form that this company puts into names.
*/
export const regions: ReadonlyArray<readonly [region: string, short: string]> = [
	['westeurope', 'weu'],
	['northeurope', 'neu'],
	['germanywestcentral', 'gwc'],
	['eastus2', 'eus2'],
	['southeastasia', 'sea'],
	['swedencentral', 'sec'],
];

export const shortRegion = (region: string): string => regions.find(([name]) => name === region)?.[1] ?? region;

/**
The management group that the subscriptions of a team lie in, right below the tenant's own.
*/
export const groupOf = (team: string): string => `${company.prefix}-${team}`;

export const tenantIdOf = (seed: number): string => guidOf(seed, 'tenant');

const row = (seed: number, name: string, given: Omit<DemoSubscription, 'id' | 'name'>): DemoSubscription => ({
	id: guidOf(seed, `subscription ${name}`),
	name,
	...given,
});

/**
Twelve subscriptions, one of which may not be read.
*/
export const ordinarySubscriptions = (seed: number): readonly DemoSubscription[] => {
	const usual = {plans: 'on', isReadable: true, state: 'Enabled'} as const;
	return [
		row(seed, 'vlm-payments-prod', {...usual, team: 'payments', environment: 'prod'}),
		row(seed, 'vlm-payments-nonprod', {...usual, team: 'payments', environment: 'staging'}),
		row(seed, 'vlm-shop-prod', {...usual, team: 'shop', environment: 'prod'}),
		row(seed, 'vlm-shop-nonprod', {
			...usual, team: 'shop', environment: 'dev', plans: 'trial',
		}),
		row(seed, 'vlm-data-prod', {...usual, team: 'data', environment: 'prod'}),
		row(seed, 'vlm-data-nonprod', {
			...usual, team: 'data', environment: 'dev', plans: 'off',
		}),
		row(seed, 'vlm-platform-shared', {...usual, team: 'platform', environment: 'prod'}),
		row(seed, 'vlm-identity-prod', {...usual, team: 'identity', environment: 'prod'}),
		row(seed, 'vlm-logistics-prod', {
			...usual, team: 'logistics', environment: 'prod', plans: 'legacy',
		}),
		row(seed, 'vlm-logistics-nonprod', {
			...usual, team: 'logistics', environment: 'staging', state: 'Warned',
		}),
		row(seed, 'vlm-sandbox', {...usual, team: 'platform', environment: 'dev'}),
		row(seed, 'vlm-finance-restricted', {
			...usual, team: 'finance', environment: 'prod', isReadable: false,
		}),
	];
};

const scalePlans: readonly PlanState[] = ['on', 'on', 'on', 'on', 'off', 'on', 'on', 'legacy', 'on', 'on', 'trial'];

/**
One subscription for about forty clusters, at least three and at most fifty; the last one may not be read.
*/
export const scaleSubscriptions = (seed: number, size: number): readonly DemoSubscription[] => {
	const count = Math.min(50, Math.max(3, Math.ceil(size / 40)));
	return Array.from({length: count}, (_, index) => {
		const team = teams[index % teams.length]!;
		const environment = (['prod', 'prod', 'staging', 'dev'] as const)[hash(seed, `environment ${index}`) % 4]!;
		const isReadable = index < count - 1;
		const number = String(index + 1).padStart(2, '0');
		return row(seed, isReadable ? `vlm-${team}-${environment}-${number}` : 'vlm-finance-restricted', {
			team,
			environment,
			plans: scalePlans[index % scalePlans.length]!,
			isReadable,
			state: 'Enabled',
		});
	});
};
