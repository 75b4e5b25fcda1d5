/**
The parts of a resource id that the clients ask by, in the casing of the id.
*/
export type ResourceParts = {
	readonly subscriptionId: string;
	readonly resourceGroup: string;
	/**
	Names by the type before them, in small letters: `managedclusters` → `aks-shop`, `agentpools` → `system`.
	*/
	readonly names: Readonly<Record<string, string>>;
};

/**
Takes an id apart: `/subscriptions/S/resourceGroups/G/providers/NAMESPACE/TYPE/NAME/TYPE/NAME`. Never throws.
*/
export const resourceParts = (id: string): ResourceParts => {
	const parts = id.split('/').filter(part => part !== '');
	const names: Record<string, string> = {};
	for (let index = 0; index + 1 < parts.length;) {
		const type = parts[index]!.toLowerCase();
		names[type] = parts[index + 1]!;
		index += 2;
	}

	return {subscriptionId: (names.subscriptions ?? '').toLowerCase(), resourceGroup: names.resourcegroups ?? '', names};
};

/**
What an assessment extends: the id before its provider. Empty for an id that is none of Defender's.
*/
export const extendedId = (id: string): string => {
	const index = id.toLowerCase().lastIndexOf('/providers/microsoft.security/');
	return index === -1 ? '' : id.slice(0, index);
};
