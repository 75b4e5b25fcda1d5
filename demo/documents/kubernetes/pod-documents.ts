import {podSpecs} from '../../inside/pods.js';
import type {Site} from '../../inside/site.js';
import type {Json} from '../context.js';
import {builtAt, kubernetesTime, metadata} from './metadata.js';

/**
Pods as an API server lists them, shortened to what tells which images run (core/v1 Pod; example documents).
*/
export const podDocuments = (site: Site): readonly Json[] => podSpecs(site).map(({
	namespace, name, container, image, imageId, isOver,
}): Json => {
	const startedAt = kubernetesTime(builtAt(site));
	return {
		metadata: metadata(site, 'Pod', name, {namespace, labels: {app: container}}),
		spec: {
			containers: [{
				name: container, image, env: [{name: 'LOG_LEVEL', value: 'info'}], resources: {}, terminationMessagePath: '/dev/termination-log', imagePullPolicy: 'IfNotPresent',
			}],
			restartPolicy: isOver ? 'Never' : 'Always',
		},
		status: {
			phase: isOver ? 'Succeeded' : 'Running',
			startTime: startedAt,
			containerStatuses: [{
				name: container,
				state: isOver ? {terminated: {exitCode: 0, reason: 'Completed', finishedAt: startedAt}} : {running: {startedAt}},
				lastState: {},
				ready: !isOver,
				restartCount: 0,
				image,
				imageID: imageId,
				started: !isOver,
			}],
		},
	};
});
