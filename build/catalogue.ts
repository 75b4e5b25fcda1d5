import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {placeholderOf} from '../source/cli/placeholder.js';
import {checks} from '../source/posture/checks/index.js';
import {catalogueOf} from '../source/report/catalogue/entry.js';
import {cataloguePage} from '../source/report/catalogue/page.js';

/**
`npm run catalogue`: writes the page of the catalogue again, after a check has changed.
*/
await mkdir(fileURLToPath(new URL('../docs', import.meta.url)), {recursive: true});
await writeFile(new URL('../docs/checks.md', import.meta.url), cataloguePage(catalogueOf(checks, placeholderOf)));
