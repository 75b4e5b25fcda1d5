import {writeFileSync} from 'node:fs';
import {hostJsonSchema} from '../source/posture/hosts/host-file.js';

writeFileSync(new URL('../schemas/host.schema.json', import.meta.url), `${JSON.stringify(hostJsonSchema(), undefined, '\t')}\n`);
