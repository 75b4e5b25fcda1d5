/**
Categories and groups of control plane logs that tell who did what. Groups hold what they are named for.
Source: AKS documentation, resource logs; Azure Monitor, category groups.
*/
export const auditCategories: ReadonlySet<string> = new Set(['kube-audit', 'kube-audit-admin', 'group:audit', 'group:allLogs']);
