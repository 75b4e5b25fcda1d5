import type {PriceTable} from '../model/price-table.js';

/**
What is known without a file. In euro, from the study text that crowsnest was planned by, of 2022 and not verified since: what storage
beyond the included costs stood nowhere in it, and neither did what a scan beyond the included ones does.
*/
export const builtInPrices: PriceTable = {
	currency: 'EUR',
	registries: {
		date: '2022',
		source: 'study text, not verified since',
		basic: 0.151,
		standard: 0.601,
		premium: 1.502,
		replica: 1.502,
		storage: undefined,
	},
	defender: {
		date: '2022', source: 'study text, not verified since', vCore: 6.1872, scans: 20,
	},
};
