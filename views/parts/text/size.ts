const gibibyte = 1_073_741_824;
const mebibyte = 1_048_576;

/**
Bytes in words as Azure counts them, in powers of 1024: `455 GiB`, `9.6 GiB`, `12 MiB`.
*/
export const sizeWords = (bytes: number): string => {
	const [unit, name] = bytes !== 0 && Math.abs(bytes) < gibibyte ? [mebibyte, 'MiB'] : [gibibyte, 'GiB'];
	const amount = bytes / unit;
	return `${Number.isSafeInteger(amount) || Math.abs(amount) >= 100 ? Math.round(amount) : amount.toFixed(1)} ${name}`;
};
