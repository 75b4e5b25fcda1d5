import {environmentManager, QueryClient} from '@tanstack/query-core';

/**
TanStack Query takes a runtime without `window` for a server, where it starts no timers: a dashboard is a client.
Collectors keep identity by hash, so nothing is compared deeply here; what was read stays until it is replaced; a
request goes out whatever the machine believes of its network; and a failed poll is shown at once with its countdown,
then repeated through the interval, rather than retried in silence.
*/
export const createQueryClient = (): QueryClient => {
	environmentManager.setIsServer(() => false);
	return new QueryClient({
		defaultOptions: {
			queries: {
				structuralSharing: false,
				networkMode: 'always',
				retry: false,
				gcTime: Infinity,
				refetchOnMount: false,
				refetchOnWindowFocus: false,
				refetchOnReconnect: false,
				refetchIntervalInBackground: true,
			},
		},
	});
};
