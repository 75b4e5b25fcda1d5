import type {OpenedDocument} from '../azure/collect/document.js';
import {maskDocument} from '../azure/read/mask-document.js';
import type {UnknownCause} from '../model/known.js';
import {SourceError, type SourceErrorDetail} from '../model/source-error.js';
import type {Reached} from './collect-inside.js';
import {reasonOf} from './inside-unknown.js';
import type {KubernetesObject} from './kubernetes-reader.js';
import {membersOf} from './members.js';

const inside = /\/managedclusters\/[^\/]+\/(?:nodes\/(?<node>[^\/]+)|namespaces\/(?<namespace>[^\/]+)\/services\/(?<service>[^\/]+))$/v;

/**
The node or Service that a key names; absent for any other key.
*/
const objectOf = (key: string): KubernetesObject | undefined => {
	const {node, namespace, service} = inside.exec(key)?.groups ?? {};
	if (node !== undefined) {
		return {kind: 'node', name: node};
	}

	return namespace === undefined || service === undefined ? undefined : {kind: 'service', namespace, name: service};
};

const causes: ReadonlySet<string> = new Set<SourceErrorDetail['cause']>(['denied', 'throttled', 'unreachable', 'malformed']);

const isErrorCause = (cause: UnknownCause): cause is UnknownCause & SourceErrorDetail['cause'] => causes.has(cause);

/**
Who has changed which member last: as long as the rest, and hidden by kubectl too since 1.21.
*/
const withoutManagedFields = (document: unknown): unknown => {
	const members = membersOf(document);
	const {managedFields, ...metadata} = membersOf(members.metadata);
	// In its place: members keep the order in which the cluster sends them.
	return {...members, metadata};
};

/**
Reads the document of one node or Service, by the way that led to its cluster.

@param key As the model names it: the cluster's key with `/nodes/NAME` or `/namespaces/NAMESPACE/services/NAME` behind.
@returns The document, sanitised, secrets masked, without `managedFields`. Rejects with `SourceError`, or with the signal's reason.
*/
export const readInsideDocument = async ({reach, reader}: Reached, key: string, signal: AbortSignal): Promise<OpenedDocument> => {
	const object = objectOf(key);
	if (reader === undefined || object === undefined) {
		const {unknown: cause, reason} = object === undefined ? {unknown: 'not-reported' as const, reason: `${key} is nothing that a cluster has.`} : reasonOf(reach);
		throw new SourceError({
			cause: isErrorCause(cause) ? cause : 'not-found', reason, remedy: undefined, retryAt: undefined,
		});
	}

	return {document: maskDocument(withoutManagedFields(await reader.get(object, signal)))};
};
