import {intern} from '../../azure/read/intern.js';
import {valueOf} from '../../model/known.js';
import {readMetadata, type Metadata} from './metadata.js';

export type DaemonSet = Pick<Metadata, 'root' | 'name' | 'namespace' | 'labels' | 'annotations'> & {
	readonly desired: number | undefined;
	readonly ready: number | undefined;
};

/**
What is asked of any DaemonSet. Never throws.
Source: Kubernetes apps/v1 DaemonSet.
*/
export const readDaemonSet = (document: unknown): DaemonSet => {
	const {root, name, namespace, labels, annotations} = readMetadata(document);
	const status = root.child('status');
	return {
		root,
		name: intern(name),
		namespace,
		labels,
		annotations,
		desired: valueOf(status.number('desiredNumberScheduled')),
		ready: valueOf(status.number('numberReady')),
	};
};
