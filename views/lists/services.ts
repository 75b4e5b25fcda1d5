import type {ClusterService} from '../../source/model/cluster-service.js';
import {serviceColumns, serviceSort} from '../columns/services.js';
import {isWrong} from '../columns/posture-columns.js';
import {nothingLookedInto, notLookedWords} from '../drill/inside/look-words.js';
import type {ListDefinition} from './list.js';

export const servicesList: ListDefinition<ClusterService> = {
	kind: 'service',
	title: 'Services',
	columns: serviceColumns,
	defaultSort: serviceSort,
	isWrong,
	empty: snapshot => nothingLookedInto(snapshot, 'Services'),
	missing: snapshot => notLookedWords(snapshot),
};
