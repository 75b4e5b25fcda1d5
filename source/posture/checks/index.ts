import type {Check, JudgedKind} from '../check.js';
import {clusterChecks} from './cluster.js';
import {containerGroupChecks} from './container-group.js';
import {diskEncryptionSetChecks} from './disk-encryption-set.js';
import {hostChecks} from './host.js';
import {imageChecks} from './image.js';
import {keyVaultChecks} from './key-vault.js';
import {nodeChecks} from './node.js';
import {nodePoolChecks} from './node-pool.js';
import {registryChecks} from './registry.js';
import {serviceChecks} from './service.js';
import {subscriptionChecks} from './subscription.js';
import {rightsChecks} from './subscription/rights.js';

/**
The catalogue by kind of resource. A new check is one entry in one of the files beside this one.
*/
export const checksByKind: {readonly [Kind in JudgedKind]: ReadonlyArray<Check<Kind>>} = {
	cluster: clusterChecks,
	nodePool: nodePoolChecks,
	registry: registryChecks,
	subscription: [...subscriptionChecks, ...rightsChecks],
	diskEncryptionSet: diskEncryptionSetChecks,
	keyVault: keyVaultChecks,
	node: nodeChecks,
	service: serviceChecks,
	image: imageChecks,
	containerGroup: containerGroupChecks,
	host: hostChecks,
};

/**
Every check, where only its data matters. Its `fix` and `judge` take a resource of its `kind` and no other: the type cannot say so.
*/
export const checks = Object.values(checksByKind).flat() as unknown as readonly Check[];

export const checkById: ReadonlyMap<string, Check> = new Map(checks.map(check => [check.id, check]));
