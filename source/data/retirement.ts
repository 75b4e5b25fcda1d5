/**
A date that somebody published, and where: dates change, so none stands in code.
*/
export type Dated = {
	/**
	ISO date: the last day of support.
	*/
	readonly end: string | undefined;
	readonly source: string;
};

/**
When the dates of this folder were last looked up.
*/
export const datesReadOn = '2026-08-21';
