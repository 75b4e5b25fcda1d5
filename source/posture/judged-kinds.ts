import type {JudgedKind, JudgedResource} from './check.js';

/**
The resources that are judged, by kind.
*/
export type JudgedLists = {
	readonly clusters: ReadonlyArray<JudgedResource['cluster']>;
	readonly nodePools: ReadonlyArray<JudgedResource['nodePool']>;
	readonly registries: ReadonlyArray<JudgedResource['registry']>;
	readonly judgedSubscriptions?: ReadonlyArray<JudgedResource['subscription']>;
	readonly diskEncryptionSets?: ReadonlyArray<JudgedResource['diskEncryptionSet']>;
	readonly keyVaults?: ReadonlyArray<JudgedResource['keyVault']>;
	readonly nodes?: ReadonlyArray<JudgedResource['node']>;
	readonly services?: ReadonlyArray<JudgedResource['service']>;
	readonly containerGroups?: ReadonlyArray<JudgedResource['containerGroup']>;
	readonly images?: ReadonlyArray<JudgedResource['image']>;
	readonly hosts?: ReadonlyArray<JudgedResource['host']>;
};

const none: readonly never[] = Object.freeze([]);

/**
Where the resources of each kind stand. To judge a further kind is to add it here, to `JudgedResource`, to `checksByKind`
and to `kindWeight`.
*/
export const resourcesOf: {readonly [Kind in JudgedKind]: (lists: JudgedLists) => ReadonlyArray<JudgedResource[Kind]>} = {
	cluster: ({clusters}) => clusters,
	nodePool: ({nodePools}) => nodePools,
	registry: ({registries}) => registries,
	subscription: ({judgedSubscriptions = none}) => judgedSubscriptions,
	diskEncryptionSet: ({diskEncryptionSets = none}) => diskEncryptionSets,
	keyVault: ({keyVaults = none}) => keyVaults,
	node: ({nodes = none}) => nodes,
	service: ({services = none}) => services,
	image: ({images = none}) => images,
	containerGroup: ({containerGroups = none}) => containerGroups,
	host: ({hosts = none}) => hosts,
};
