import type {Json} from './azure-documents.js';

/**
The `if` of an Azure Policy definition, as far as the definitions for containers use it.
Source: Azure Policy definition structure, policy rule.
*/
export type PolicyCondition =
	| {readonly allOf: readonly PolicyCondition[]}
	| {readonly anyOf: readonly PolicyCondition[]}
	| {readonly not: PolicyCondition}
	| {readonly count: {readonly field: string; readonly where: PolicyCondition}; readonly less: number}
	| {readonly count: {readonly field: string; readonly where: PolicyCondition}; readonly greater: number}
	| {readonly field: string; readonly exists: boolean}
	| {readonly field: string; readonly equals: string | boolean}
	| {readonly field: string; readonly notEquals: string | boolean}
	| {readonly field: string; readonly notIn: readonly string[]};

/**
A field's place in the document: an alias leads into the resource's `properties`, but for what Resource Manager keeps beside them.
*/
const placeOf = (field: string): readonly string[] => {
	const alias = field.slice(field.lastIndexOf('/') + 1).split('.');
	return field.includes('/') && alias[0] !== 'sku' && alias[0] !== 'identity' ? ['properties', ...alias] : alias;
};

const valueAt = (document: unknown, names: readonly string[]): unknown => {
	let value: unknown = document;
	for (const name of names) {
		const members: Json = typeof value === 'object' && value !== null ? value as Json : {};
		// Aliases take members in any casing: documents hold azurepolicy and azurePolicy.
		const key = Object.keys(members).find(candidate => candidate.toLowerCase() === name.toLowerCase());
		value = key === undefined ? undefined : members[key];
	}

	return value ?? undefined;
};

const isEqual = (value: unknown, wanted: string | boolean): boolean => (typeof value === 'string' || typeof value === 'boolean')
	&& String(value).toLowerCase() === String(wanted).toLowerCase();

/**
Whether a condition holds for a document, as Azure Policy would find it: texts are compared in any casing.
*/
export const isMet = (condition: PolicyCondition, document: unknown): boolean => {
	if ('allOf' in condition) {
		return condition.allOf.every(part => isMet(part, document));
	}

	if ('anyOf' in condition) {
		return condition.anyOf.some(part => isMet(part, document));
	}

	if ('not' in condition) {
		return !isMet(condition.not, document);
	}

	if ('count' in condition) {
		const {field, where} = condition.count;
		const elements = valueAt(document, placeOf(field.replace(/\[\*\]$/v, '')));
		// Inside a count, a field is told from the element on.
		const count = (Array.isArray(elements) ? elements : []).filter(element => isMet(where, element)).length;
		return 'less' in condition ? count < condition.less : count > condition.greater;
	}

	const value = valueAt(document, placeOf(condition.field));
	if ('exists' in condition) {
		return (value !== undefined) === condition.exists;
	}

	if ('notIn' in condition) {
		return condition.notIn.every(word => !isEqual(value, word));
	}

	return 'equals' in condition ? isEqual(value, condition.equals) : !isEqual(value, condition.notEquals);
};
