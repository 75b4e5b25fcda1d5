import type {DefenderPlan} from '../../model/defender-plan.js';
import {isUnknown, type Fact} from '../../model/known.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {lastSegment, segment} from './resource.js';
import {planTiers} from './vocabulary.js';

/**
An extension whose switch cannot be read is left out: neither on nor off.
*/
const readExtensions = (properties: Branch): Fact<Readonly<Record<string, boolean>> | undefined> => {
	const extensions = properties.list('extensions');
	return extensions === undefined || isUnknown(extensions)
		? extensions
		: Object.fromEntries(extensions.flatMap(element => {
			const extension = Branch.of(element, true);
			const name = extension.word('name');
			const isEnabled = extension.textFlag('isEnabled');
			return typeof name === 'string' && typeof isEnabled === 'boolean' ? [[name, isEnabled]] : [];
		}));
};

/**
Maps a Defender plan of a subscription. Gives nothing where the document has no usable id, and for a plan that is set on
one resource (`.../managedClusters/NAME/providers/Microsoft.Security/pricings/...`), which says nothing of its subscription.
Source: Microsoft.Security pricings 2024-01-01; switches are the texts "True" and "False".
*/
export const readDefenderPlan = (document: unknown): DefenderPlan | undefined => {
	const root = Branch.of(document, true);
	const id = root.raw('id');
	if (typeof id !== 'string') {
		return undefined;
	}

	const subscriptionId = segment(id, 'subscriptions');
	const name = lastSegment(id);
	const isOfSubscription = id.split('/').filter(part => part.toLowerCase() === 'providers').length === 1 && segment(id, 'resourcegroups') === undefined;
	if (subscriptionId === undefined || name === '' || !isOfSubscription) {
		return undefined;
	}

	const properties = root.required('properties');
	return {
		subscriptionId: intern(subscriptionId.toLowerCase()),
		name: intern(name),
		tier: properties.word('pricingTier', planTiers),
		deprecated: properties.textFlag('deprecated'),
		extensions: readExtensions(properties),
		freeTrialRemaining: properties.word('freeTrialRemainingTime'),
	};
};
