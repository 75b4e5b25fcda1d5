import fs from 'node:fs';
import path from 'node:path';
import type {Impossible, OutcomeRow, OutcomeTable} from './outcome-rows.js';

const folder = path.join(import.meta.dirname, 'outcomes');

const tables = await Promise.all(fs.readdirSync(folder).filter(name => name.endsWith('.ts')).map(async name => {
	const {table} = await import(`./outcomes/${name.replace(/\.ts$/v, '.js')}`) as {readonly table: OutcomeTable};
	return table;
}));

/**
What every check says of real-shaped documents: one file of `outcomes` for each kind of resource, each with a `table`.
*/
export const outcomeTable: readonly OutcomeRow[] = tables.flatMap(({rows}) => rows);

export const impossibleOutcomes: Impossible = Object.assign({}, ...tables.map(({impossible}) => impossible)) as Impossible;
