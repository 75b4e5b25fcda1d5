import type {Check} from '../check.js';
import {adminCredentialChecks} from './cluster/admin-credentials.js';
import {apiServerChecks} from './cluster/api-server.js';
import {clusterAdminChecks} from './cluster/cluster-admin.js';
import {dataDiskChecks} from './cluster/data-disks.js';
import {auditLogChecks} from './cluster/audit-logs.js';
import {encryptionChecks} from './cluster/encryption.js';
import {identityChecks} from './cluster/identity.js';
import {ingressChecks} from './cluster/ingress.js';
import {kubeletRightsChecks} from './cluster/kubelet-rights.js';
import {monitoringChecks} from './cluster/monitoring.js';
import {protectionChecks} from './cluster/protection.js';
import {tagChecks} from './cluster/tags.js';
import {upgradeChecks} from './cluster/upgrade.js';

/**
What is judged of a cluster.
*/
export const clusterChecks: ReadonlyArray<Check<'cluster'>> = [
	...apiServerChecks,
	...identityChecks,
	...upgradeChecks,
	...protectionChecks,
	...ingressChecks,
	...encryptionChecks,
	...monitoringChecks,
	...tagChecks,
	...kubeletRightsChecks,
	...dataDiskChecks,
	...auditLogChecks,
	...clusterAdminChecks,
	...adminCredentialChecks,
];
