import {builtInPrices} from '../../data/prices.js';
import {UsageError} from '../../model/usage-error.js';
import {printPrices} from '../../prices/print-prices.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Command} from './command.js';

/**
`crowsnest prices`: the built-in prices as a file, to begin one's own with. Needs neither Azure nor a terminal.
*/
export const pricesCommand: Command = async ([word], {out}) => {
	if (word !== undefined) {
		throw new UsageError(`prices: ${sanitize(word, 60)}: it takes no words and no flags.`);
	}

	await out(printPrices(builtInPrices));
	return 0;
};
