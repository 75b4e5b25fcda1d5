import {valueOf} from '../model/known.js';
import {sanitize} from '../terminal/sanitize.js';
import {
	failed,
	notAsked,
	notReached,
	type Tried,
} from './reach-attempt.js';
import type {ReachInput} from './reach-input.js';

/**
The last way: Azure runs kubectl in the cluster. Only when somebody has asked for it by name.
*/
export const tryRunCommand = async ({cluster, grants, runCommands, onWait}: ReachInput, signal: AbortSignal): Promise<Tried> => {
	if (valueOf(cluster.runCommandDisabled) === true) {
		return notReached(notAsked('run-command', 'The run command is disabled on this cluster.', undefined));
	}

	if (!grants.runCommand) {
		return notReached(notAsked('run-command', 'The run command is not used before somebody asks for it: it starts a pod, and needs more than Reader.', 'crowsnest --run-command'));
	}

	try {
		const reader = await runCommands.read(cluster, grants, signal, onWait);
		return {
			isReached: true, way: 'run-command', server: valueOf(cluster.privateFqdn) ?? valueOf(cluster.fqdn) ?? '', reader,
		};
	} catch (error) {
		const attempt = failed('run-command', error, signal);
		return notReached({...attempt, remedy: attempt.remedy ?? `:run-command ${sanitize(cluster.name, 80)} runs it again`});
	}
};
