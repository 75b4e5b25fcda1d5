import {isUnknown, valueOf} from '../../source/model/known.js';
import type {Registry} from '../../source/model/registry.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Cell, Column} from './column.js';
import {factCell, textCell, unknownCell} from './fact-cell.js';
import {parseDuration} from './measures.js';
import {resourceGroupColumn, regionColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn, scoreColumn} from './posture-columns.js';

const isWord = (value: unknown, word: string): boolean => typeof value === 'string' && value.toLowerCase() === word;

/**
Who reaches the registry. Where public access is disabled, its network rules do not matter and are not looked at.
Source: Microsoft.ContainerRegistry registries `publicNetworkAccess`, `networkRuleSet`, api-version 2025-11-01.
*/
const network = (registry: Registry): Cell => {
	if (isUnknown(registry.publicNetworkAccess)) {
		return unknownCell;
	}

	if (isWord(registry.publicNetworkAccess, 'disabled')) {
		return {text: 'private', tone: 'good'};
	}

	if (isUnknown(registry.defaultAction)) {
		return unknownCell;
	}

	if (!isWord(registry.defaultAction, 'deny')) {
		return {text: 'public', tone: 'high'};
	}

	const rules = valueOf(registry.ipRules);
	return {text: rules === undefined ? 'selected' : `selected ${rules.length}`};
};

/**
Whose key encrypts the images. Only Premium can have an own one, so the others have Microsoft's even where Azure says nothing.
*/
const encryptionKey = (registry: Registry): Cell => {
	const sku = valueOf(registry.sku);
	const absent: Cell | undefined = sku !== undefined && !isWord(sku, 'premium') ? {text: 'MS'} : undefined;
	return factCell(registry.encryption, status => (isWord(status, 'enabled') ? {text: 'own', tone: 'good'} : {text: 'MS'}), absent);
};

const endpoints = (registry: Registry): Cell => factCell(registry.privateEndpoints, connections => {
	const approved = connections.filter(({status}) => isWord(status, 'approved')).length;
	return approved === connections.length
		? {text: String(approved), tone: approved === 0 ? 'dim' : 'plain'}
		: {text: `${approved}/${connections.length}`, tone: 'medium'};
}, {text: '-', tone: 'dim'});

const onIsBad = (isOn: boolean): Cell => (isOn ? {text: 'on', tone: 'high'} : {text: 'off', tone: 'good'});

const createdAt = (registry: Registry): number | undefined => {
	const time = Date.parse(valueOf(registry.created) ?? '');
	return Number.isNaN(time) ? undefined : time;
};

/**
What an operator sees of a registry: who gets in, and by what.
*/
export const registryColumns: ReadonlyArray<Column<Registry>> = [
	{
		id: 'name', aliases: ['registry'], title: 'NAME', minWidth: 15, width: 20, grows: true, priority: 0, cell: registry => ({text: registry.name}),
	},
	{...failuresColumn, priority: 1},
	{
		id: 'sku', title: 'SKU', minWidth: 8, width: 8, priority: 4, cell: registry => textCell(registry.sku),
	},
	{
		id: 'network', title: 'NETWORK', minWidth: 10, width: 11, priority: 2, cell: network,
	},
	{
		id: 'admin', title: 'ADMIN', minWidth: 5, width: 5, priority: 2, cell: registry => factCell(registry.adminUser, onIsBad),
	},
	{
		id: 'anonymous', aliases: ['anon'], title: 'ANON', minWidth: 4, width: 5, priority: 3, cell: registry => factCell(registry.anonymousPull, onIsBad),
	},
	{...scoreColumn, priority: 5},
	{
		id: 'key', aliases: ['encryption'], title: 'KEY', minWidth: 3, width: 4, priority: 5, cell: encryptionKey,
	},
	{
		id: 'endpoints',
		title: 'ENDPOINTS',
		align: 'right',
		minWidth: 9,
		width: 9,
		priority: 6,
		cell: endpoints,
		sortBy: registry => valueOf(registry.privateEndpoints)?.length,
	},
	{...regionColumn, priority: 7},
	{...subscriptionColumn, priority: 8},
	{...resourceGroupColumn, priority: 9},
	{
		id: 'age',
		aliases: ['created'],
		title: 'AGE',
		align: 'right',
		minWidth: 6,
		width: 6,
		priority: 10,
		cell(registry, {now}) {
			const time = createdAt(registry);
			if (time === undefined) {
				return isUnknown(registry.created) ? unknownCell : {text: '-', tone: 'dim'};
			}

			return {text: relativeAge(now - time)};
		},
		sortBy(registry) {
			const time = createdAt(registry);
			return time === undefined ? undefined : -time;
		},
		measure: {
			of(registry, {now}) {
				const time = createdAt(registry);
				return time === undefined ? undefined : now - time;
			},
			parse: parseDuration,
			example: '7d, 12h or 30min',
		},
	},
];

/**
Worst first.
*/
export const registrySort = {column: 'severity', isDescending: true} as const;
