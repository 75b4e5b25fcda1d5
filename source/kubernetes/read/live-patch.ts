import type {Branch} from '../../azure/read/branch.js';
import type {LivePatch} from '../../model/cluster-node.js';
import {isUnknown, type Fact} from '../../model/known.js';
import {together} from './together.js';

const prefix = 'kubernetes.azure.com/live-patching';

/**
`20260710T000000Z` as `2026-07-10T00:00:00Z`; what is no such time stays as it was sent.
*/
const toIso = (text: string | undefined): string | undefined => {
	if (text === undefined || !/^\d{8}T\d{6}Z$/v.test(text)) {
		return text;
	}

	const part = (from: number): string => text.slice(from, from + 2);
	return `${text.slice(0, 4)}-${part(4)}-${part(6)}T${part(9)}:${part(11)}:${part(13)}Z`;
};

/**
What the channel SecurityPatch has put on a node while it runs; absent: never patched so.
Source: Azure/AgentBaker, parts/linux/cloud-init/artifacts/ubuntu/ubuntu-snapshot-update.sh.
*/
export const readLivePatch = (annotations: Branch): Fact<LivePatch | undefined> => {
	const stamps = together<[string | undefined, string | undefined]>(annotations.text(`${prefix}-current-timestamp`, 64), annotations.text(`${prefix}-golden-timestamp`, 64));
	if (isUnknown(stamps)) {
		return stamps;
	}

	const [applied, wanted] = stamps;
	return applied === undefined && wanted === undefined ? undefined : {applied: toIso(applied), wanted: toIso(wanted)};
};
