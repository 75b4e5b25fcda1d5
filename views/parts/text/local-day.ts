/**
`2026-08-14` in the local time zone, from milliseconds since 1970: Sweden writes days as ISO does.
*/
export const localDay = (time: number): string => new Date(time).toLocaleDateString('sv');
