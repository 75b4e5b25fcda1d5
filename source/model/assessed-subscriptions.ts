import type {Fact} from './known.js';

/**
Whether Defender for Cloud has assessed anything in a subscription, by its id in small letters.
*/
export type AssessedSubscriptions = ReadonlyMap<string, Fact<boolean>>;
