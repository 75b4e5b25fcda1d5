import {writeFileSync} from 'node:fs';
import {pricesJsonSchema} from '../source/prices/json-schema.js';

writeFileSync(new URL('../schemas/prices.schema.json', import.meta.url), `${JSON.stringify(pricesJsonSchema(), undefined, '\t')}\n`);
