import type {Fact} from './known.js';
import type {ManifestType} from './image.js';

/**
One manifest as a registry lists it. Source: Azure Container Registry data plane 2021-07-01, `/acr/v1/{name}/_manifests`.
*/
export type RegistryManifest = {
	readonly repository: string;
	/**
	Absent where the registry sends none that can be read: then there is nothing to pull it by.
	*/
	readonly digest: string | undefined;
	readonly tagNames: readonly string[];
	readonly type: ManifestType;
	readonly os: string | undefined;
	/**
	Bytes of the manifest's layers, as the registry counts them.
	*/
	readonly size: number | undefined;
	/**
	Milliseconds since 1970, as the next.
	*/
	readonly created: number | undefined;
	readonly updated: number | undefined;
};

/**
Whether the newest tags of a registry carry a signature. Source: OCI referrers API.
*/
export type SignatureSample = {
	/**
	`repository:tag` of each that was looked at.
	*/
	readonly signed: readonly string[];
	readonly unsigned: readonly string[];
};

/**
What of a registry was not read.
*/
export type ContentGaps = {
	/**
	Repositories of which only the newest manifests were read, and how many of each.
	*/
	readonly cut: number;
	readonly most: number;
	/**
	Repositories that the identity may not read, or that were deleted meanwhile.
	*/
	readonly closed: number;
	/**
	Repositories whose names are none that can be asked for.
	*/
	readonly strange: number;
	/**
	Whether there are repositories that were not read at all.
	*/
	readonly hasMore: boolean;
};

/**
What a registry holds, read from its data plane while somebody has it open.
*/
export type RegistryContents = {
	readonly registryKey: string;
	readonly manifests: Fact<readonly RegistryManifest[]>;
	readonly repositories: number;
	/**
	False where there is more than was read.
	*/
	readonly isComplete: boolean;
	/**
	Absent where nothing is missing, or nothing was read.
	*/
	readonly gaps?: ContentGaps | undefined;
	readonly signatures: Fact<SignatureSample>;
	/**
	Milliseconds since 1970.
	*/
	readonly readAt: number;
};
