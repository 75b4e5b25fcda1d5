import {SourceError} from '../../model/source-error.js';
import type {Subscription} from '../../model/subscription.js';
import {didYouMean} from '../../terminal/nearest.js';
import {sanitize} from '../../terminal/sanitize.js';

const notFound = (reason: string): SourceError => new SourceError({
	cause: 'not-found', reason, remedy: 'az account list --query "[].{id:id, name:name}" --output table', retryAt: undefined,
});

/**
The subscriptions that a person named, by id or name in any casing; a name that several share means all of them.

Throws `SourceError` that names what matches nothing: to leave it out in silence would show a fleet as whole that is not.
*/
export const chooseSubscriptions = (all: readonly Subscription[], wanted: readonly string[]): readonly Subscription[] => {
	if (wanted.length === 0) {
		return all;
	}

	const chosen = new Set<Subscription>();
	for (const one of wanted) {
		const text = one.trim().toLowerCase().replace(/^\/subscriptions\//v, '');
		const matches = all.filter(({id, name}) => id === text || name.toLowerCase() === text);
		if (matches.length === 0) {
			throw notFound(`There is no subscription "${sanitize(one, 120)}" that this identity can see.${didYouMean(one, all.map(({name}) => name))}`);
		}

		for (const match of matches) {
			chosen.add(match);
		}
	}

	return all.filter(subscription => chosen.has(subscription));
};
