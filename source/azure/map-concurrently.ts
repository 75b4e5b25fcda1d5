/**
Maps items with at most `limit` calls under way; results keep the order of the items. The first rejection ends it: no
further call is started.
*/
export const mapConcurrently = async <T, R>(items: readonly T[], limit: number, map: (item: T) => Promise<R>): Promise<readonly R[]> => {
	const results: R[] = [];
	let next = 0;
	let isOver = false;
	const work = async (): Promise<void> => {
		while (!isOver && next < items.length) {
			const index = next;
			next++;
			try {
				// eslint-disable-next-line no-await-in-loop -- each worker has one call under way
				results[index] = await map(items[index]!);
			} catch (error) {
				isOver = true;
				throw error;
			}
		}
	};

	await Promise.all(Array.from({length: Math.min(limit, items.length)}, work));
	return results;
};
