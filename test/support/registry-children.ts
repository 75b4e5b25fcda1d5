import {readRegistryChild} from '../../source/azure/read/registry-child.js';
import type {Registry, RegistryChildren} from '../../source/model/registry.js';
import {readDocument, type Json} from './azure-documents.js';
import {edited, type Changes} from './posture.js';

/**
The children in a list of `test/documents/acr`, as if they were those of any registry. Changes are made in each.
*/
export const childrenOf = (file: string, changes: Changes = {}): RegistryChildren => {
	const children = (readDocument(`acr/${file}.json`).value as readonly Json[]).map(document => readRegistryChild(edited(document, changes))!);
	return {
		replicas: children.flatMap(item => (item.type === 'replication' ? [item.child] : [])),
		webhooks: children.flatMap(item => (item.type === 'webhook' ? [item.child] : [])),
	};
};

export const withChildren = (registry: Registry, children: Partial<RegistryChildren>): Registry => ({...registry, ...children});
