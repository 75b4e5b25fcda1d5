import {Branch} from '../../source/azure/read/branch.js';
import {readElements} from '../../source/azure/read/elements.js';
import {readRegistryScopeMap, readRegistryToken} from '../../source/azure/read/registry-records/token.js';
import {readRegistryUsage} from '../../source/azure/read/registry-records/usage.js';
import type {RegistryRecords} from '../../source/model/registry-records.js';
import {readDocument, type Json} from './azure-documents.js';
import {edited, type Changes} from './posture.js';

/**
The documents of a list of `test/documents/acr`, or the one document that is no list; changes are made in each that is named, or in all.
*/
export const recordDocuments = (file: string, changes: Changes = {}, ...names: readonly string[]): readonly Json[] => {
	const document = readDocument(`acr/${file}.json`);
	const list = (document.value ?? [document]) as readonly Json[];
	return list.map(item => (names.length === 0 || names.includes(String(item.name)) ? edited(item, changes) : item));
};

const bodyOf = (documents: readonly Json[]): Branch => Branch.of({value: documents});

export const tokensOf = (...documents: readonly Json[]): RegistryRecords['tokens'] => readElements(bodyOf(documents), 'value', readRegistryToken);

export const scopeMapsOf = (...documents: readonly Json[]): RegistryRecords['scopeMaps'] => readElements(bodyOf(documents), 'value', readRegistryScopeMap);

export const usagesOf = (...documents: readonly Json[]): RegistryRecords['usages'] => readElements(bodyOf(documents), 'value', readRegistryUsage);
