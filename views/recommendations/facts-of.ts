import type {Snapshot} from '../../source/fleet/snapshot.js';
import {createMemo} from '../../source/fleet/relations/memo.js';
import type {RecommendationFacts} from '../../source/posture/groups/recommendations.js';

const keep = createMemo((registries: Snapshot['registries'], images: Snapshot['images'], postures: Snapshot['posture']['byKey'], subscriptions: Snapshot['subscriptions']): RecommendationFacts => ({
	registries, images, postures, subscriptionNames: new Map(subscriptions.map(({id, name}) => [id, name])),
}));

/**
What decides on recommendations; the same object for as long as nothing in it has changed.
*/
export const factsOf = ({registries, images, posture, subscriptions}: Snapshot): RecommendationFacts => keep(registries, images, posture.byKey, subscriptions);
