import {operations, type Operation} from './operations.js';

const guid = String.raw`[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}`;

/**
One segment: no slash, backslash, percent sign or control character, neither plain nor encoded.
*/
const segment = String.raw`(?:[^\/\\%;\p{Control}]|%(?!2f|5c|25|3b|[01][\da-f]|7f)[\da-f]{2})+`;

const resource = String.raw`subscriptions\/${guid}(?:\/resourceGroups\/${segment})?(?:\/providers\/${segment}(?:\/${segment}){2,6})?`;

const placeholders: Readonly<Record<string, string>> = {':subscriptionId': guid, ':resourceId': resource};

/**
A pattern over a path: `:subscriptionId` takes a GUID, `:resourceId` the path of a resource, group or subscription, any
other `:name` one segment. Resource Manager compares paths without regard to case.
*/
export const pathPattern = (path: string): RegExp => {
	const source = path.split('/').map(part => placeholders[part] ?? (part.startsWith(':') ? segment : part.replaceAll('.', String.raw`\.`)));
	return new RegExp(`^${source.join(String.raw`\/`)}$`, 'iv');
};

const compiled = operations.map(operation => ({operation, pattern: pathPattern(operation.path)}));

/**
The operation that a path below Resource Manager belongs to; absent for anything that is not on the list.
*/
export const findOperation = (method: string, path: string): Operation | undefined =>
	compiled.find(({operation, pattern}) => operation.method === method && pattern.test(path))?.operation;
