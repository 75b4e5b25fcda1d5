/**
How a header of an answer is looked up, in any casing.
*/
export type HeaderOf = (name: string) => string | undefined;

/**
`hh:mm:ss`, as Resource Graph tells when its quota begins anew.
*/
const clock = /^(?<hours>\d{1,3}):(?<minutes>[0-5]?\d):(?<seconds>[0-5]?\d)(?:\.\d+)?$/v;

/**
Milliseconds until Resource Graph's quota begins anew (`x-ms-user-quota-resets-after`); absent without such a header.
*/
export const quotaResetsAfter = (header: HeaderOf): number | undefined => {
	const {hours, minutes, seconds} = clock.exec(header('x-ms-user-quota-resets-after') ?? '')?.groups ?? {};
	return hours === undefined ? undefined : ((Number(hours) * 3600) + (Number(minutes) * 60) + Number(seconds)) * 1000;
};

const inMilliseconds = (text: string | undefined): number | undefined => {
	const value = Number(text ?? '');
	return text === undefined || text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
};

const inSecondsOrDate = (text: string | undefined, now: number): number | undefined => {
	const seconds = inMilliseconds(text);
	if (seconds !== undefined || text === undefined) {
		return seconds === undefined ? undefined : seconds * 1000;
	}

	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

/**
How long a service asks to be left alone, in milliseconds: the longest of what its headers say (recorded: Retry-After 2
beside a quota that resets after 5 seconds). Absent where it says nothing that can be read.

`now` is in milliseconds since 1970, for a Retry-After that is a date.
*/
export const retryAfter = (header: HeaderOf, now: number): number | undefined => {
	const waits = [
		inMilliseconds(header('retry-after-ms')),
		inMilliseconds(header('x-ms-retry-after-ms')),
		inSecondsOrDate(header('retry-after'), now),
		header('x-ms-user-quota-remaining') === '0' ? quotaResetsAfter(header) : undefined,
	].filter(wait => wait !== undefined);
	return waits.length === 0 ? undefined : Math.max(...waits);
};
