import {accessLevels, type AccessLevel} from '../../model/role-holder.js';

const ranks: ReadonlyMap<AccessLevel, number> = new Map(accessLevels.map((level, index) => [level, accessLevels.length - index]));

/**
The higher the worse.
*/
export const levelRank = (level: AccessLevel): number => ranks.get(level)!;
