import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import {resourcesOf} from '../../source/posture/judged-kinds.js';

/**
Every list of resources that checks judge, in the order of the kinds.
*/
export const judgedLists = (snapshot: Snapshot): ReadonlyArray<readonly Resource[]> => Object.values(resourcesOf).map(list => list(snapshot));
