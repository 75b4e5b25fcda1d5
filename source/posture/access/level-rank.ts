import {accessLevels, type AccessLevel} from '../../model/role-holder.js';

/**
The higher the worse.
*/
export const levelRank = (level: AccessLevel): number => accessLevels.length - accessLevels.indexOf(level);
