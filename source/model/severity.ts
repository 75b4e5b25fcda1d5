export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/**
`critical`: reachable and exploitable now, or irreversible loss; `high`: one step from compromise; `medium`: a missing layer; `low`: hygiene; `info`: context, never in the score.
*/
export type Severity = (typeof severities)[number];

/**
0 for critical up to 4 for info: sorts worst first.
*/
export const severityRank = (severity: Severity): number => severities.indexOf(severity);
