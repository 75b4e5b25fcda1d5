import type {Registry} from '../../source/model/registry.js';
import {registryColumns, registrySort} from '../columns/registries.js';
import type {PaneDefinition} from './pane.js';

export const registriesPane: PaneDefinition<Registry> = {
	id: 'registries',
	title: 'Registries',
	names: ['acr', 'registries'],
	kind: 'registry',
	source: 'registries',
	rows: snapshot => snapshot.registries,
	columns: registryColumns,
	defaultSort: registrySort,
	noun: 'registries',
};
