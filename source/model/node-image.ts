import type {Fact} from './known.js';

/**
A node image version taken apart.
`AKSUbuntu-2204gen2containerd-202608.10.0` → family `AKSUbuntu-2204gen2containerd`, built 2026-08-10.
`AKSWindows-2022-containerd-gen2-20348.5074.260812` → family `AKSWindows-2022-containerd-gen2`, built 2026-08-12.
*/
export type NodeImage = {
	readonly version: string;
	readonly family: string;
	/**
	ISO date of the build; absent where the version carries none.
	*/
	readonly built: string | undefined;
};

/**
`FAMILY@REGION` in small letters: what the newest image is asked once for.
*/
export type NodeImageKey = string;

/**
Newest images by family and region, each known or unknown with its reason.
*/
export type LatestNodeImages = ReadonlyMap<NodeImageKey, Fact<NodeImage>>;
