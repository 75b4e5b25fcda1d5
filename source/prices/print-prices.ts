import type {PriceTable} from '../model/price-table.js';

const row = (name: string, price: number | undefined, comment: string): string => `${`  ${price === undefined ? `# ${name}: ` : `${name}: ${price}`}`.padEnd(24)}# ${comment}`;

/**
A price table as the file that says it, to begin one's own with.
*/
export const printPrices = ({currency, registries, defender}: PriceTable): string => [
	'# Prices for the estimates of crowsnest; a price that is left out is told as missing.',
	`currency: ${currency}`,
	'registries:',
	`  date: ${JSON.stringify(registries.date).padEnd(16)}# when these prices held: year, month or day`,
	`  source: ${registries.source}`,
	row('basic', registries.basic, 'a day'),
	row('standard', registries.standard, 'a day'),
	row('premium', registries.premium, 'a day'),
	row('replica', registries.replica, 'a day, for each region besides the registry\'s own'),
	row('storage', registries.storage, 'a GiB and day, beyond what the SKU includes'),
	...(defender
		? [
			'defender:',
			`  date: ${JSON.stringify(defender.date).padEnd(16)}# when these prices held`,
			`  source: ${defender.source}`,
			row('vCore', defender.vCore, 'a month, for each virtual processor of a cluster'),
			row('scans', defender.scans, 'scans of images that are included for each of them'),
		]
		: []),
	'',
].join('\n');
