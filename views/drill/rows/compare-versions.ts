import {versionWeight} from '../../columns/measures.js';

/**
Orders versions such as `1.33.2` by their numbers, oldest first; what is no version comes before all.
*/
export const compareVersions = (first: string, second: string): number => (versionWeight(first) ?? -1) - (versionWeight(second) ?? -1);
