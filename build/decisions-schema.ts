import {writeFileSync} from 'node:fs';
import {decisionsJsonSchema} from '../source/decisions/json-schema.js';

writeFileSync(new URL('../schemas/decisions.schema.json', import.meta.url), `${JSON.stringify(decisionsJsonSchema(), undefined, '\t')}\n`);
