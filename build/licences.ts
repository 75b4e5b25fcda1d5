import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';

// What the build makes up itself has a colon in its name, as `required-builtin:`.
const packageFolder = /^(?<folder>(?:[^:]*\/)?node_modules\/(?:@[^\/]+\/)?[^\/]+)\//v;

const licenceFile = /^(?:licen[cs]e|copying|notice)/iv;

type Manifest = {readonly name?: string; readonly version?: string; readonly license?: string};

const textOf = async (folder: string): Promise<string> => {
	const names = await readdir(folder);
	const files = names.filter(name => licenceFile.test(name)).toSorted();
	const texts = await Promise.all(files.map(async name => readFile(path.join(folder, name), 'utf8')));
	return texts.map(text => text.trim()).join('\n\n');
};

/**
The names, versions and licence texts of every package of which something was bundled, as their licences ask for.
*/
export const collectLicences = async (metafile: Metafile): Promise<string> => {
	const folders = new Set(Object.keys(metafile.inputs).map(file => packageFolder.exec(file)?.groups?.folder).filter(folder => folder !== undefined));
	const parts = await Promise.all([...folders].toSorted().map(async folder => {
		const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Manifest;
		const text = await textOf(folder);
		return `${manifest.name ?? folder} ${manifest.version ?? ''} (${manifest.license ?? 'no licence named'})\n\n${text}`;
	}));
	return `crowsnest contains these packages.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
};
