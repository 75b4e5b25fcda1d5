import type {ImagePlace} from './image-scan.js';

/**
An image that pods of a cluster run, and how many. Source: core/v1 Pod, `status.containerStatuses`.
*/
export type RunningImage = ImagePlace & {
	/**
	Absent where the pod names a digest alone.
	*/
	readonly tag: string | undefined;
	readonly pods: number;
};
