import {createMemo} from '../../../source/fleet/relations/memo.js';
import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Inside} from '../../../source/model/inside.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import {bindings} from '../../keymap.js';
import {plural} from '../../../source/model/plural.js';
import {wayWords} from './way-words.js';

/**
What a look inside needs beyond Reader.
*/
export const insideRight = 'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action';

/**
How a look is asked for.
*/
export const howToLook = (which: string): string => {
	const [key] = bindings.find(({action}) => action === 'look-inside')!.keys;
	return `Looking inside needs more than Reader (${insideRight}, as in the role Azure Kubernetes Service Cluster User): ${key!} looks into ${which}, :inside into all, --inside from the start.`;
};

/**
Whether somebody has asked to look into a cluster, or into any.
*/
export const isAsked = ({insideAsked}: Pick<Snapshot, 'insideAsked'>, clusterKey?: string): boolean =>
	insideAsked === 'all' || (clusterKey === undefined ? insideAsked.size > 0 : insideAsked.has(clusterKey));

/**
Why each way into a cluster failed, with what helps.
*/
export const attemptWords = ({reach}: Inside): string => reach.attempts
	.map(({way, reason, remedy}) => `${wayWords[way].name}: ${reason}${remedy === undefined ? '' : ` ${remedy}`}`)
	.join(' ');

/**
Why a tab of one cluster has no rows of a kind that only a look inside shows: not looked into, with which right; could not be reached or read; or there is none.

@param part what of the look the rows are of
@param noun the rows, in the plural
*/
export const whyNoRows = (snapshot: Snapshot, clusterKey: string, part: 'nodes' | 'services', noun: string): string => {
	const inside = snapshot.insides.get(clusterKey);
	if (inside === undefined) {
		return isAsked(snapshot, clusterKey) ? `This cluster is being looked into: its ${noun} come with the answer.` : `Nobody has looked into this cluster. ${howToLook('this one')}`;
	}

	const fact: Fact<readonly unknown[]> = inside[part];
	if (!isUnknown(fact)) {
		return `This cluster has no ${noun}.`;
	}

	const attempts = attemptWords(inside);
	return `Its ${noun} are unknown: ${fact.reason}${attempts === '' || attempts.includes(fact.reason) ? '' : ` ${attempts}`}`;
};

// Three screens say it, at every keypress, and it walks over the whole fleet.
const gapsIn = createMemo((clusters: Snapshot['clusters'], insides: Snapshot['insides'], insideAsked: Snapshot['insideAsked']): string => {
	const unseen = clusters.filter(({key}) => !insides.has(key));
	const reading = unseen.filter(({key}) => isAsked({insideAsked}, key)).length;
	const notLooked = unseen.length - reading;
	const failed = insides.values().reduce((count, {nodes, services}) => (isUnknown(nodes) && isUnknown(services) ? count + 1 : count), 0);
	return [
		...(notLooked === 0 ? [] : [`${notLooked} of ${plural(clusters.length, 'cluster')} not looked into`]),
		...(reading === 0 ? [] : [`${notLooked === 0 ? `${reading} of ${plural(clusters.length, 'cluster')}` : reading} being looked into`]),
		...(failed === 0 ? [] : [`${failed} could not be read inside`]),
	].join(', ');
});

/**
How many clusters nobody has looked into, or could; empty where all were.
*/
export const notLookedWords = ({clusters, insides, insideAsked}: Snapshot): string => gapsIn(clusters, insides, insideAsked);

/**
What a list over the whole fleet says without a row.
*/
export const nothingLookedInto = (snapshot: Snapshot, noun: string): string => {
	if (snapshot.insides.size === 0) {
		return isAsked(snapshot) ? `Clusters are being looked into: ${noun} come with their answers.` : `Nobody has looked into a cluster. ${howToLook('the one under the cursor')}`;
	}

	const reason = snapshot.insides.values().map(inside => (isUnknown(inside.nodes) ? attemptWords(inside) : '')).find(words => words !== '');
	return `No ${noun} in the clusters that were looked into${reason === undefined ? '.' : `, of which some could not be read: ${reason}`}`;
};
