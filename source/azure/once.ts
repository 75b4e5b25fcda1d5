/**
Makes a thing at the first call, and gives the same one from then on. One that could not be made is tried again at the next
call: what failed was perhaps the network.
*/
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
	let made: Promise<T> | undefined;
	return async () => {
		made ??= make();
		const own = made;
		try {
			return await own;
		} catch (error) {
			// Somebody else may have begun anew meanwhile.
			made = made === own ? undefined : made;
			throw error;
		}
	};
};
