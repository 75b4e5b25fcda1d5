/**
What registries cost a day. A price that nobody has written down is absent, and never taken for zero.
*/
export type RegistryPrices = {
	/**
	When these prices held: a year, a month or a day, ISO.
	*/
	readonly date: string;
	/**
	Where they were read.
	*/
	readonly source: string;
	readonly basic: number | undefined;
	readonly standard: number | undefined;
	readonly premium: number | undefined;
	/**
	For each region besides the registry's own.
	*/
	readonly replica: number | undefined;
	/**
	For each GiB beyond what the SKU includes.
	*/
	readonly storage: number | undefined;
};

/**
What Defender for Containers costs.
*/
export type DefenderPrices = {
	/**
	When these prices held: a year, a month or a day, ISO.
	*/
	readonly date: string;
	/**
	Where they were read.
	*/
	readonly source: string;
	/**
	For each virtual processor of a cluster and month.
	*/
	readonly vCore: number | undefined;
	/**
	Scans of images that are included for each of them.
	*/
	readonly scans: number | undefined;
};

/**
Prices for estimates; no bill is ever made of them.
*/
export type PriceTable = {
	/**
	`EUR`; crowsnest converts nothing.
	*/
	readonly currency: string;
	readonly registries: RegistryPrices;
	/**
	Absent in a table of one's own that says nothing of it.
	*/
	readonly defender: DefenderPrices | undefined;
};

export type PriceFault = {
	/**
	From 1.
	*/
	readonly line: number;
	readonly text: string;
};

export type PricesState = {
	readonly table: PriceTable;
	/**
	The file that is looked at; absent where none is.
	*/
	readonly file: string | undefined;
	/**
	Whether the table is the file's.
	*/
	readonly isFromFile: boolean;
	/**
	What is wrong in the file: then the prices that were in force before stay.
	*/
	readonly faults: readonly PriceFault[];
};
