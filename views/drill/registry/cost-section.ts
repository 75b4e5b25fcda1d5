import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {unknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import {dailyCostOf} from '../../../source/posture/registry/daily-cost.js';
import {words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';

const notRead = unknown('not-asked', 'what is used has not been read yet');

const daysOfMonth = 30;

const atLeast = (isAtLeast: boolean): string => (isAtLeast ? 'at least ' : '');

/**
What a registry costs a day by the table of prices, part by part, and of when and where the prices are.
*/
export const costSection = (registry: Registry, {registryRecords, prices}: Snapshot): Section => {
	const {table: {currency, registries}, file, isFromFile, faults} = prices;
	const money = (amount: number, digits = 3): string => `${amount.toFixed(digits)} ${currency}`;
	const {parts, total, isAtLeast} = dailyCostOf(registry, registryRecords.get(registry.key)?.usages ?? notRead, registries);
	const estimate: Line = total === undefined
		? words('unknown', 'unknown')
		: [{text: `${atLeast(isAtLeast)}${money(total)} a day`, bold: true}, {text: `, ${money(total * daysOfMonth, 2)} in ${daysOfMonth} days: an estimate, no bill`}];
	const rows: readonly SheetRow[] = parts.map(({what, amount, gap}) => ({label: what, value: amount === undefined ? words(gap ?? 'not known', 'unknown') : words(`${money(amount)} a day`)}));
	const [fault] = faults;
	return {
		title: 'Cost, estimated',
		rows: [
			{label: 'Altogether', value: estimate},
			...rows,
			{label: 'Prices', value: words(`of ${registries.date}: ${registries.source}${isFromFile ? '' : ' (built in)'}`, 'dim')},
			...(fault === undefined ? [] : [{label: 'Fault', value: words(`line ${fault.line}: ${fault.text}`, 'medium')}]),
			{label: 'Yours', value: words(file === undefined ? 'crowsnest prices prints a file to begin with' : `${file}${isFromFile ? '' : '; crowsnest prices prints one to begin with'}`, 'dim')},
		],
	};
};
