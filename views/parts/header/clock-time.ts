const two = (number: number): string => String(number).padStart(2, '0');

/**
`14:02:33` in the local time zone, from milliseconds since 1970.
*/
export const clockTime = (time: number): string => {
	const date = new Date(time);
	return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
