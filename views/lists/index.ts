import type {ListedKind} from '../navigation.js';
import type {ListDefinition} from './list.js';
import {accessList} from './access.js';
import {containerGroupsList} from './container-groups.js';
import {hostsList} from './hosts.js';
import {imagesList} from './images.js';
import {subscriptionsList} from './subscriptions.js';
import {nodesList} from './nodes.js';

/**
The lists of kinds that have no pane. A new one is one file and one line here, and its kind in `ListedKind`.
*/
export const lists: readonly ListDefinition[] = [nodesList, accessList, imagesList, containerGroupsList, hostsList, subscriptionsList];

export const listOf = (kind: ListedKind): ListDefinition => lists.find(list => list.kind === kind)!;
