import {valueOf} from '../../model/known.js';
import type {Resource} from '../../model/resource.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Branch} from './branch.js';
import {intern} from './intern.js';
import {isSecretTag, mask} from './secrets.js';
import {maskedWord} from './masked-word.js';

/**
Longer than any id that Azure makes (nested resources reach about 600 characters).
*/
const longestId = 2048;

/**
A tag's value may have 256 characters, and a resource 50 tags.
*/
const mostTags = 100;

/**
The part of an Azure resource id after a segment, whatever the casing: `segment(id, 'subscriptions')`.
Ids may lack the leading slash (recorded: `pricings/Api`).
*/
export const segment = (id: string, name: string): string | undefined => {
	const parts = id.split('/');
	const index = parts.findIndex(part => part.toLowerCase() === name);
	return index === -1 ? undefined : parts[index + 1];
};

/**
The last segment of an id: the resource's own name.
*/
export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/**
A region in the form of `location`: `West Europe` → `westeurope`.
*/
export const regionOf = (location: string): string => intern(intern(location).toLowerCase().replaceAll(' ', ''));

const noTags: Readonly<Record<string, string>> = Object.freeze({});

/**
Tags of a resource or of a node pool, with secrets masked; a value that is no text is left out.
*/
export const readTags = (document: Branch): Readonly<Record<string, string>> => {
	const tags = document.child('tags');
	const names = tags.names();
	return names.length === 0
		? noTags
		: Object.fromEntries(names.slice(0, mostTags).flatMap(name => {
			const value = tags.raw(name) ?? '';
			return typeof value === 'string' ? [[intern(name), isSecretTag(name) ? mask : maskedWord(value)]] : [];
		}));
};

/**
What every Azure resource has, or nothing where the document has no usable id: a resource that cannot be told from
another cannot be kept.
*/
export const readResource = (document: Branch): Omit<Resource, 'kind'> | undefined => {
	const sent = document.raw('id');
	if (typeof sent !== 'string') {
		return undefined;
	}

	const id = sanitize(sent, longestId);
	const own = lastSegment(id);
	if (own === '') {
		return undefined;
	}

	const word = (name: string): string => {
		const value = document.raw(name);
		return typeof value === 'string' ? value : '';
	};

	const name = valueOf(document.text('name')) ?? '';
	return {
		id,
		key: id.toLowerCase(),
		name: name === '' ? own : name,
		subscriptionId: intern((segment(id, 'subscriptions') ?? word('subscriptionId')).toLowerCase()),
		resourceGroup: intern(segment(id, 'resourcegroups') ?? word('resourceGroup')),
		region: regionOf(word('location')),
		tags: readTags(document),
	};
};
