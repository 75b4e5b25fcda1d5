const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/**
Bytes as registries show them, by thousands: `48.2 MB`.
*/
export const bytesText = (bytes: number): string => {
	let amount = bytes;
	let unit = 0;
	while (amount >= 1000 && unit < units.length - 1) {
		amount /= 1000;
		unit++;
	}

	return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[unit]!}`;
};
