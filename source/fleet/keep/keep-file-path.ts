import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Cloud} from '../../azure/cloud.js';
import type {Scope} from '../../azure/session.js';

export type KeepFileQuestion = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/**
	The person's home folder.
	*/
	readonly home: string;
	readonly cloud: Pick<Cloud, 'name' | 'resourceManager'>;
	readonly scope: Scope;
	readonly isDemo: boolean;
};

/**
What tells one scope from another: subscriptions in any order and casing are the same.
*/
export const scopeIdentity = (cloud: KeepFileQuestion['cloud'], scope: Scope): string => JSON.stringify([
	cloud.name,
	cloud.resourceManager,
	scope.tenant ?? '',
	scope.managementGroup ?? '',
	scope.subscriptions.map(subscription => subscription.toLowerCase()).toSorted(),
]);

/**
Where the last known fleet of a scope is kept: `crowsnest/fleet-HASH.jsonl` in the XDG cache folder. The name comes from
cloud, tenant and scope, so that two scopes never mix and tell nothing in a folder listing. A relative
`XDG_CACHE_HOME` is ignored, as the XDG Base Directory Specification asks.

@returns An absolute path; absent for the demo, which keeps nothing.
*/
export const keepFilePath = ({env, home, cloud, scope, isDemo}: KeepFileQuestion): string | undefined => {
	if (isDemo) {
		return undefined;
	}

	const wished = env.XDG_CACHE_HOME;
	const cache = wished !== undefined && path.isAbsolute(wished) ? wished : path.join(home, '.cache');
	const hash = createHash('sha256').update(scopeIdentity(cloud, scope)).digest('hex').slice(0, 16);
	return path.join(cache, 'crowsnest', `fleet-${hash}.jsonl`);
};
