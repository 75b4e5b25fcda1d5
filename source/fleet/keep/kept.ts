import type {SourceName} from '../snapshot.js';
import type {SourceData} from '../sources.js';

/**
What one source gave, and when, milliseconds since 1970.
*/
export type KeptSource<Name extends SourceName> = {readonly readAt: number; readonly data: SourceData[Name]};

/**
What the last session knew; a source that was not read then is absent.
*/
export type Kept = {readonly [Name in SourceName]?: KeptSource<Name> | undefined};
