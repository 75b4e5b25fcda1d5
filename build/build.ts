import {
	chmod,
	readdir,
	stat,
	writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {bundle} from './bundle.js';
import {collectLicences} from './licences.js';

/**
A jump host gets it over a slow line.
*/
const limit = 12_000_000;

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const folder = path.join(root, 'dist');
const metafile = await bundle({entry: path.join(root, 'source/cli.ts'), folder});
await writeFile(path.join(folder, 'licences.txt'), await collectLicences(metafile));
await chmod(path.join(folder, 'cli.js'), 0o755);

const files = await readdir(folder, {recursive: true, withFileTypes: true});
const sizes = await Promise.all(files.filter(file => file.isFile()).map(async file => {
	const {size} = await stat(path.join(file.parentPath, file.name));
	return size;
}));
let total = 0;
for (const size of sizes) {
	total += size;
}

console.log(`dist: ${sizes.length} files, ${(total / 1e6).toFixed(1)} MB`);
if (total > limit) {
	throw new Error(`dist is larger than ${limit / 1e6} MB.`);
}
