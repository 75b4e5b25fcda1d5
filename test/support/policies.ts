import {readPolicyRecord} from '../../source/azure/read/policy-record.js';
import type {PolicyRecord} from '../../source/model/policy-exemption.js';
import {loadDocument, type Document} from './azure-server/fleet.js';
import {edited, type Changes} from './posture.js';

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

/**
Composed from the examples of the REST specification, for none was recorded: exemptions of a cluster, a group and a management
group, and states of the cluster and a registry.
*/
export const exemptionDocuments = listOf('authorization/policy-exemptions-list-composed.json');

export const stateDocuments = listOf('policyinsights/policy-states-composed.json');

export const policyDocuments = [...exemptionDocuments, ...stateDocuments];

/**
As Resource Graph sends its types: in small letters.
*/
export const recordOf = (document: Document, changes: Changes = {}): PolicyRecord | undefined =>
	readPolicyRecord(edited({...document, type: String(document.type).toLowerCase()}, changes));

export const recordsOf = (documents: readonly Document[]): readonly PolicyRecord[] => documents.map(document => recordOf(document)).filter(record => record !== undefined);
