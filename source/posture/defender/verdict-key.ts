/**
Names one verdict in the fleet: the key of the judged resource and the id of the check.
*/
export const verdictKey = (resourceKey: string, checkId: string): string => `${resourceKey}#${checkId}`;
