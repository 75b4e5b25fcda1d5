import type {AccessLevel, RoleHolder, ScopeWidth} from '../../../source/model/role-holder.js';
import type {Tone} from '../../theme.js';

/**
What the widest right of somebody is called.
*/
export const levelWords: Readonly<Record<AccessLevel, {readonly word: string; readonly tone: Tone; readonly means: string}>> = {
	grants: {word: 'gives roles', tone: 'high', means: 'gives any right to anybody, also to itself'},
	administers: {word: 'cluster-admin', tone: 'high', means: 'gets cluster-admin: by admin credentials, the run command, or a binding'},
	manages: {word: 'manages', tone: 'medium', means: 'creates, changes and deletes clusters, registries, container groups or vaults'},
	changes: {word: 'changes', tone: 'medium', means: 'changes or deletes images, or what runs in a cluster or container group'},
	unknown: {word: 'unknown', tone: 'unknown', means: 'its role could not be read'},
	secrets: {word: 'reads secrets', tone: 'medium', means: 'reads secrets of vaults or clusters'},
	pulls: {word: 'pulls', tone: 'plain', means: 'pulls images, or reads what runs in a cluster'},
	reads: {word: 'reads', tone: 'dim', means: 'sees resources and their settings'},
	nothing: {word: 'none of these', tone: 'dim', means: 'nothing with clusters, registries, container groups or vaults'},
};

export const kindWords: Readonly<Record<RoleHolder['principalKind'], {readonly word: string; readonly tone: Tone}>> = {
	user: {word: 'user', tone: 'plain'},
	group: {word: 'group', tone: 'plain'},
	servicePrincipal: {word: 'service principal', tone: 'plain'},
	managedIdentity: {word: 'managed identity', tone: 'plain'},
	foreign: {word: 'foreign group', tone: 'plain'},
	unknown: {word: 'unknown', tone: 'unknown'},
	deleted: {word: 'deleted', tone: 'medium'},
};

export const widthWords: Readonly<Record<ScopeWidth, string>> = {
	root: 'tenant', 'management-group': 'management group', subscription: 'subscription', group: 'resource group', resource: 'resource', part: 'part of a resource', unknown: 'unknown',
};
