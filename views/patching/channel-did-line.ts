import {isUnknown, valueOf, type Fact} from '../../source/model/known.js';
import type {ImageStanding} from '../../source/posture/patching/image-standing.js';
import {toleratedDays} from '../../source/posture/patching/limits.js';
import type {PatchWay} from '../../source/posture/patching/patch-way.js';
import {words} from '../parts/sheet/fact-row.js';
import type {Line} from '../theme.js';

const day = 86_400_000;

/**
What the channel last did: `SecurityPatch set, nothing applied for 34 d`. A node made anew from its image and packages put on it while
it runs are what can be seen; what it fetches by itself at night cannot.
*/
export const channelDidLine = ({channel, way, patchedAt, image, now}: {
	readonly channel: Fact<string | undefined>;
	readonly way: PatchWay;
	readonly patchedAt: string | undefined;
	readonly image: ImageStanding;
	readonly now: number;
}): Line => {
	const name = isUnknown(channel) ? 'Channel unknown' : `${valueOf(channel) ?? 'No channel'} set`;
	if (way === 'nightly') {
		return words(`${name}: what is fetched at night shows only on the node itself`, 'unknown');
	}

	const applied = patchedAt === undefined ? undefined : Math.floor((now - Date.parse(patchedAt)) / day);
	if (applied === undefined || Number.isNaN(applied)) {
		return image.age === undefined
			? words(`${name}, and when it last did something cannot be told`, 'unknown')
			: words(`${name}; the image is of ${image.age} d ago, what came since only a look inside tells`, image.state === 'behind' ? 'medium' : 'dim');
	}

	return image.state === 'behind' && applied > toleratedDays
		? words(`${name}, nothing applied for ${applied} d`, 'high')
		: words(`${name}, last applied ${applied === 0 ? 'today' : `${applied} d ago`}`);
};
