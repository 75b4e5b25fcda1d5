import type {PaneId} from '../navigation.js';
import {clustersPane} from './clusters.js';
import {findingsPane} from './findings.js';
import {nodePoolsPane} from './node-pools.js';
import type {PaneDefinition} from './pane.js';
import {registriesPane} from './registries.js';

/**
The panes in the order of their numbers.
*/
export const panes: readonly PaneDefinition[] = [clustersPane, nodePoolsPane, registriesPane, findingsPane];

export const paneById = (id: PaneId): PaneDefinition => panes.find(pane => pane.id === id)!;
