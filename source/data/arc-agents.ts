/**
Releases of the Azure Connected Machine agent: minor version and month of release. Only those of the last year are supported.
Source: release notes of the agent (articles/azure-arc/servers/agent-release-notes.md of Azure's documentation), as of January 2026.
*/
export const arcAgents: ReadonlyMap<number, string> = new Map([
	[54, '2025-07'],
	[55, '2025-08'],
	[56, '2025-09'],
	[57, '2025-10'],
	[58, '2025-11'],
	[59, '2025-12'],
	[60, '2026-01'],
]);
