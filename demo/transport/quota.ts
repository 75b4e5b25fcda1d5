const windowSeconds = 5;
const allowance = 15;

export type Quota = {
	/**
	Counts one query and gives the headers that tell what is left of the window.
	*/
	readonly spend: (now: number) => Readonly<Record<string, string>>;
};

/**
Resource Graph's allowance for each user: about fifteen queries in five seconds, told in `x-ms-user-quota-remaining`
and `x-ms-user-quota-resets-after` (documentation of Resource Graph's throttling). The demo tells it and does not enforce it.
*/
export const createQuota = (): Quota => {
	let startedAt = -Infinity;
	let spent = 0;
	return {
		spend(now) {
			if (now - startedAt >= windowSeconds * 1000) {
				startedAt = now;
				spent = 0;
			}

			spent++;
			const resetsAfter = Math.max(1, Math.ceil((startedAt + (windowSeconds * 1000) - now) / 1000));
			return {
				'x-ms-user-quota-remaining': String(Math.max(0, allowance - spent)),
				'x-ms-user-quota-resets-after': `00:00:${String(resetsAfter).padStart(2, '0')}`,
			};
		},
	};
};
