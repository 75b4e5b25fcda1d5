import * as z from 'zod/mini';
import {pricesSchema} from './parse-prices.js';

const descriptions: Readonly<Record<string, string>> = {
	currency: 'Three capitals, such as EUR.',
	registries: 'Prices a day of container registries. One that is left out is told as missing.',
	defender: 'What Defender for Containers costs.',
	date: 'When these prices held: a year, month or day.',
	source: 'Where they were read.',
	basic: 'A registry of the SKU Basic, a day.',
	standard: 'A registry of the SKU Standard, a day.',
	premium: 'A registry of the SKU Premium, a day.',
	replica: 'A replica, a day: for each region besides the registry\'s own.',
	storage: 'A GiB and day, beyond what the SKU includes.',
	vCore: 'A virtual processor of a cluster, a month.',
	scans: 'Scans of images that are included for each of them; no price.',
};

type Described = {readonly description?: string; readonly properties?: Readonly<Record<string, Described>>};

/**
The same schema with a description on each member that has one: members of one kind share their schema, so that it cannot stand there.
*/
const describe = (schema: Described): Described => (schema.properties
	? {
		...schema,
		properties: Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, {...describe(member), ...(Object.hasOwn(descriptions, name) && {description: descriptions[name]!})}])),
	}
	: schema);

/**
The JSON Schema of a prices file, for editors: `schemas/prices.schema.json` is this. What is written counts, not what it is read as: a
year is a number to YAML.
*/
export const pricesJsonSchema = (): Readonly<Record<string, unknown>> => ({
	...describe(z.toJSONSchema(pricesSchema, {io: 'input'}) as Described),
	title: 'Prices of crowsnest',
	description: 'What things cost, for estimates; never a bill.',
});
