import type {PoolPatching} from '../../../source/posture/patching/pool-patching.js';
import {countedNodes, patchStates, type PatchCounts} from '../../../source/posture/patching/patch-state.js';
import {calloutRows} from '../../patching/callout-rows.js';
import {channelDidLine} from '../../patching/channel-did-line.js';
import {stateBar} from '../../patching/state-bar.js';
import {lagWords, stateWords} from '../../patching/state-words.js';
import type {Line} from '../../theme.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';
import {words} from '../../parts/sheet/fact-row.js';

const barWidth = 20;

/**
How many nodes are how patched: a bar, and the numbers that are not zero.
*/
export const countsLine = (counts: PatchCounts): Line => {
	if (countedNodes(counts) === 0) {
		return words('no node', 'dim');
	}

	const numbers = patchStates.filter(state => counts[state] > 0).map(state => ({text: `  ${counts[state]} ${stateWords[state].long}`, tone: stateWords[state].tone}));
	return [...stateBar(counts, barWidth), ...numbers];
};

/**
What a look at its nodes, the newest image and the channel say of a pool, and what is called out.
*/
export const poolRows = (patching: PoolPatching, now: number): readonly SheetRow[] => {
	const {pool, counts, isUncounted, nodes, image, way, patchedAt, callouts} = patching;
	const lag = lagWords(image);
	return [
		{label: 'Nodes', value: [...countsLine(counts), ...(isUncounted ? words('  (Azure names no number of nodes)', 'unknown') : [])]},
		{label: 'Why', value: words(patching.because, 'dim')},
		...(lag === undefined || image.lag === 0 ? [] : [{label: 'Behind', value: words(lag, image.state === 'behind' ? 'high' : 'plain')}]),
		{
			label: 'What it last did',
			value: channelDidLine({
				channel: pool.nodeOsUpgradeChannel, way, patchedAt, image, now,
			}),
		},
		...(nodes === undefined ? [{label: 'Restarts', value: words('unknown: nobody has looked inside, or may read nodes', 'unknown')}] : []),
		// What the channel last did says that already.
		...calloutRows(callouts.filter(({id}) => id !== 'channel-idle')),
	];
};
