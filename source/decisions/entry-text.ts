import {isoDay} from '../posture/calendar.js';

/**
How long a decision that is made now is proposed to hold, in days: a quarter.
*/
const proposedDays = 90;

const day = 86_400_000;

/**
Text between double quotes in YAML: JSON's escapes are a part of YAML's.
*/
const quoted = (text: string): string => JSON.stringify(text);

/**
An entry of the decisions file, ready to be pasted below `decisions:`; reason and person are left for whoever decides to fill in,
and until they are, the entry is a fault and accepts nothing.

@param resource Id of the resource.
@param now Milliseconds since 1970.
*/
export const entryText = (resource: string, checkId: string, now: number): string => `  - resource: ${quoted(resource)}
    check: ${checkId}
    reason: ""
    by: ""
    until: ${isoDay(now + (proposedDays * day))}
`;
