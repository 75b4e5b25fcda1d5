import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../documents');

export type Json = Record<string, unknown>;

export type Example = {readonly file: string; readonly document: Json};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
A file's resources: itself, the items of a list (`value`), the rows of Resource Graph (`data`), or those in a recording's `body`.
*/
const resourcesIn = (content: unknown): readonly Json[] => {
	if (!isJson(content)) {
		return [];
	}

	if ('body' in content && 'status' in content) {
		return resourcesIn(content.body);
	}

	const list = content.value ?? content.data;
	return Array.isArray(list) ? list.filter(item => isJson(item)) : [content];
};

export const readDocument = (file: string): Json => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Json;

const examples: readonly Example[] = ['aks', 'acr', 'security', 'resource-graph', 'recorded'].flatMap(service =>
	fs.readdirSync(path.join(folder, service)).flatMap(name =>
		resourcesIn(readDocument(`${service}/${name}`)).map(document => ({file: `${service}/${name}`, document}))));

const ofType = (pattern: RegExp): readonly Example[] =>
	examples.filter(({document}) => typeof document.id === 'string' && pattern.test(document.id));

export const clusterExamples = ofType(/\/managedclusters\/[^\/]+$/iv);
export const poolExamples = ofType(/\/agentpools\/[^\/]+$/iv);
export const registryExamples = ofType(/\/registries\/[^\/]+$/iv);
export const assessmentExamples = ofType(/\/assessments\/[^\/]+$/iv);
export const alertExamples = ofType(/\/alerts\/[^\/]+$/iv);
export const pricingExamples = ofType(/\/pricings\/[^\/]+$/iv);
