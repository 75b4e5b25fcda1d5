import type {Check} from '../../check.js';
import {inRegistry} from './in-registry.js';
import {judgePolicy} from './policy.js';
import {unlessPremium} from './premium.js';

const trustPath = 'properties.policies.trustPolicy.status';

/**
Whether signing is the one that goes on. Docker Content Trust cannot be switched on any more since 2026-05-31 and is removed on
2028-03-31 (Azure Container Registry, retirement of Docker Content Trust), so off is right; role assignments of AcrImageSigner
sign nothing while it is off, and are judged where roles are.
*/
export const trustChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-content-trust-legacy',
		kind: 'registry',
		title: 'Docker Content Trust is still in use',
		severity: 'low',
		why: 'It is closed to new registries since 31 May 2026 and goes away on 31 March 2028, and with it whatever checks its signatures.',
		decidedBy: `${trustPath} and sku.name (Resource Graph)`,
		references: {},
		fix: registry => ({
			command: `az acr config content-trust update ${inRegistry(registry)} --status disabled`,
			effect: 'Clients with DOCKER_CONTENT_TRUST=1 fail to pull and push: sign with Notary Project first. It cannot be switched on again.',
		}),
		judge: ({sku, trustPolicy}) => unlessPremium(sku) ?? judgePolicy(trustPath, trustPolicy, 'disabled'),
	},
];
