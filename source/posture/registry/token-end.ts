import type {RegistryTokenCredential} from '../../model/registry-records.js';

/**
How long a credential of a token still opens: `endless` for one without an end, `over` for one that is past it, `soon` within 14 days, `far`
beyond a year, `kept` between.
*/
export type TokenEnd = 'endless' | 'over' | 'soon' | 'far' | 'kept';

const day = 86_400_000;

/**
Days before its end at which somebody has to act, and days that a credential may last at most.
*/
export const tokenDays = {soon: 14, most: 365} as const;

/**
Whole days until a credential ends, negative once it has; absent for one without an end.

@param now Milliseconds since 1970.
*/
export const daysLeft = ({expires}: Pick<RegistryTokenCredential, 'expires'>, now: number): number | undefined =>
	(expires === undefined ? undefined : Math.floor((Date.parse(expires) - now) / day));

export const tokenEndOf = (credential: Pick<RegistryTokenCredential, 'expires'>, now: number): TokenEnd => {
	const days = daysLeft(credential, now);
	if (days === undefined) {
		return 'endless';
	}

	if (days < 0) {
		return 'over';
	}

	return days < tokenDays.soon ? 'soon' : (days > tokenDays.most ? 'far' : 'kept');
};
