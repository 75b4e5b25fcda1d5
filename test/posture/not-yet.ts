const vulnerabilities = 'issue 5: no source of Azure\'s own APIs tells it of an image: the CVE reports of node images stand on cve-api.prod-aks.azure.com, a host of their own outside every cloud profile and Resource Manager; what Defender finds on nodes (recommendation 24a15fbd-cfe4-4dff-b2be-1c367a6b2031, by agentless scanning of machines) is of scanned disks, not of the image, is shown as a finding wherever it is there, and cannot say that an image has none';
const estimate = 'issue 7: never passes or fails: the estimate stands on a subscription\'s Defender tab and in the list of subscriptions, with its price and date';

const because = (reason: string, ids: readonly string[]): ReadonlyArray<readonly [string, string]> => ids.map(id => [id, reason]);

/**
The entries of the catalogue that have no check, each with what has to come first.
*/
export const notYet: ReadonlyMap<string, string> = new Map([
	...because(vulnerabilities, ['nodepool-node-image-cves']),
	...because(estimate, ['defender-cost-estimate']),
]);

/**
Checks that stand under another kind or severity than in the catalogue, and why.
*/
export const exceptions: ReadonlyMap<string, {readonly kind: string; readonly severity: string; readonly why: string}> = new Map([
	...['rbac-kubelet-acrpull-missing', 'rbac-kubelet-push-rights'].map(id => [id, {
		kind: 'cluster', severity: id === 'rbac-kubelet-push-rights' ? 'high' : 'medium', why: 'The catalogue files it under the assignment; it is the cluster that cannot pull, or may push, and that the fix is for.',
	}] as const),
	...['rbac-privileged-at-subscription-scope', 'rbac-orphaned-principal', 'rbac-guest-privileged', 'rbac-blocked-account', 'rbac-custom-wildcard-role', 'rbac-sp-secret-expiry', 'rbac-user-access-administrator'].map(id => [id, {
		kind: 'subscription', severity: ['rbac-privileged-at-subscription-scope', 'rbac-orphaned-principal'].includes(id) ? 'medium' : 'high', why: 'A tenant has tens of thousands of assignments: the subscription that they reach is judged, with the assignments as evidence.',
	}] as const),
	['rbac-registry-overprivileged', {kind: 'registry', severity: 'high', why: 'The catalogue files it under the assignment; it is the registry whose images may be changed.'}],
	['rbac-aks-admin-credential-role', {kind: 'cluster', severity: 'medium', why: 'The catalogue files it under the assignment; it is the cluster whose certificate may be had.'}],
	['node-runtime-not-containerd', {kind: 'nodePool', severity: 'high', why: 'The runtime follows from the pool\'s version and image; nodes are not read yet.'}],
	...['defender-containers-plan-off', 'defender-ext-registry-va-off', 'defender-legacy-plans-on', 'defender-ext-agentless-discovery-off', 'defender-ext-sensor-off', 'defender-foundational-cspm-off'].map(id => [id, {
		kind: 'subscription', severity: ['defender-containers-plan-off', 'defender-ext-registry-va-off'].includes(id) ? 'high' : 'medium', why: 'A plan is a switch of its subscription: where it is off, there may be no plan to judge.',
	}] as const),
]);
