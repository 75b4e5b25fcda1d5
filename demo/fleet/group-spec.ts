import type {DemoSubscription} from './estate.js';

/**
An environment variable: `plain` with its value, which everybody with Reader sees; `secure` by its name only.
*/
export type DemoVariable = {readonly name: string; readonly value?: string};

/**
What a container does: goes on writing logs, writes them as fast as it can, ends with a failure again and again, or has done its work.
*/
export type DemoBehaviour = 'steady' | 'chatty' | 'crashing' | 'finished';

export type DemoContainer = {
	readonly name: string;
	readonly image: string;
	readonly command?: readonly string[];
	readonly ports?: ReadonlyArray<{readonly port: number; readonly protocol?: 'TCP' | 'UDP'}>;
	readonly variables?: readonly DemoVariable[];
	readonly cpu: number;
	readonly memory: number;
	readonly isInit?: boolean;
	/**
	@default 'steady'
	*/
	readonly behaviour?: DemoBehaviour;
	readonly hasProbes?: boolean;
	readonly mounts?: readonly string[];
};

export type GroupSpec = {
	readonly name: string;
	readonly subscription: DemoSubscription;
	readonly resourceGroup: string;
	readonly region: string;
	readonly team: string;
	/**
	@default 'Linux'
	*/
	readonly os?: 'Linux' | 'Windows';
	/**
	@default 'Always'
	*/
	readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
	readonly containers: readonly DemoContainer[];
	readonly network: 'public' | 'private' | 'none';
	/**
	Of a public one: its name, and who may take that once the group is gone.
	*/
	readonly label?: string;
	readonly labelScope?: 'Unsecure' | 'TenantReuse' | 'Noreuse';
	/**
	How it signs in to the registry of its team; absent: not at all.
	*/
	readonly pull?: {readonly server: string; readonly by: 'identity' | 'admin' | 'password'};
	readonly identity?: 'system' | 'user' | 'both';
	readonly sku?: 'Standard' | 'Confidential';
	readonly isSpot?: boolean;
	readonly hasLogs?: boolean;
	readonly zone?: string;
	/**
	Its deployment failed.
	*/
	readonly hasFailed?: boolean;
	readonly isStopped?: boolean;
};
