import {isUnknown, type Fact} from '../../model/known.js';

/**
How patches come to a node. `image`: AKS replaces it; `packages`: AKS puts security patches on it; `nightly`: it patches itself,
and a new kernel waits for a restart; `nothing`; `unknown`: Azure does not say, or names a channel that is not known here.
*/
export type PatchWay = 'image' | 'packages' | 'nightly' | 'nothing' | 'unknown';

/**
What the node OS upgrade channel means for an operating system. Windows has neither nightly upgrades nor security patches: only images patch it.
Source: AKS documentation, node OS auto-upgrade; a cluster whose upgrade channel is `node-image` replaces images too.
*/
export const patchWay = (nodeOsChannel: Fact<string | undefined>, upgradeChannel: Fact<string | undefined>, isWindows: boolean): PatchWay => {
	if (upgradeChannel === 'node-image') {
		return 'image';
	}

	if (isUnknown(nodeOsChannel)) {
		return 'unknown';
	}

	switch (nodeOsChannel?.toLowerCase()) {
		case 'nodeimage': {
			return 'image';
		}

		case 'securitypatch': {
			return isWindows ? 'nothing' : 'packages';
		}

		case 'unmanaged': {
			return isWindows ? 'nothing' : 'nightly';
		}

		case 'none': {
			return isUnknown(upgradeChannel) ? 'unknown' : 'nothing';
		}

		default: {
			return 'unknown';
		}
	}
};
