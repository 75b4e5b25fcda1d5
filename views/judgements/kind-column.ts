import type {Resource} from '../../source/model/resource.js';
import type {Column} from '../columns/column.js';

/**
How a kind of resource is called in a cell: `nodePool` is a node pool.
*/
export const kindName = (kind: string): string => kind.replaceAll(/[A-Z]/gv, letter => ` ${letter.toLowerCase()}`);

/**
`kind:nodepool` and `kind:"node pool"` both find pools.
*/
export const kindColumn: Column<Pick<Resource, 'kind'>> = {
	id: 'kind', title: 'KIND', minWidth: 9, width: 9, priority: 4, cell: ({kind}) => ({text: kindName(kind)}), filterBy: ({kind}) => `${kindName(kind)} ${kind}`,
};
