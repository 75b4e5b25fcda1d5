import {readFileSync} from 'node:fs';
import path from 'node:path';
import {sanitize} from '../terminal/sanitize.js';
import type {ClusterIdentity} from './cluster-connection.js';
import {contextFor} from './context-for.js';
import {KubeconfigError, type KubeconfigUser} from './kubeconfig.js';
import {openConnection} from './open-connection.js';
import {parseKubeconfig} from './parse-kubeconfig.js';
import {
	failed,
	notAsked,
	notReached,
	type Tried,
} from './reach-attempt.js';
import type {KubeconfigChoice, ReachInput} from './reach-input.js';
import {readNamed} from './read-named.js';
import {runPlugin} from './run-plugin.js';

const identityOf = async (user: KubeconfigUser, {allowExec, file}: KubeconfigChoice, {session}: ReachInput, signal: AbortSignal): Promise<ClusterIdentity> => {
	switch (user.kind) {
		case 'entra': {
			return {kind: 'token', token: session.clusterToken};
		}

		case 'token': {
			return {kind: 'token', token: async () => user.token};
		}

		case 'certificate': {
			return user;
		}

		case 'exec': {
			const {command} = user.plugin;
			if (!allowExec.includes(command)) {
				throw new KubeconfigError(`The kubeconfig would run ${sanitize(command, 80)}, which nobody has allowed.`, `crowsnest --allow-exec ${sanitize(command, 80)}, if you trust the kubeconfig`);
			}

			return runPlugin(user.plugin, path.dirname(path.resolve(file)), signal);
		}

		case 'none': {
			throw new KubeconfigError('The context has no user that signs in.');
		}
	}
};

/**
The third way: a kubeconfig that a person has named. It is read anew for each look, for its tokens end.
*/
export const tryKubeconfig = async (input: ReachInput, signal: AbortSignal): Promise<Tried> => {
	const {kubeconfig: choice, cluster} = input;
	if (choice === undefined) {
		return notReached(notAsked('kubeconfig', 'No kubeconfig is named.', 'crowsnest --kubeconfig FILE'));
	}

	let server: string | undefined;
	try {
		const folder = path.dirname(path.resolve(choice.file));
		const text = readNamed(choice.file, '--kubeconfig', file => readFileSync(file, 'utf8'));
		const kubeconfig = parseKubeconfig(text, {readFile: file => readFileSync(path.resolve(folder, file), 'utf8')});
		if (choice.context !== undefined && kubeconfig.peek(choice.context) === undefined) {
			// Says what is wrong with it.
			kubeconfig.open(choice.context);
		}

		const name = contextFor(kubeconfig, cluster, choice.context);
		if (name === undefined) {
			return notReached(notAsked(
				'kubeconfig',
				choice.context === undefined ? 'No context of the kubeconfig leads to this cluster.' : `The context ${sanitize(choice.context, 80)} leads to another cluster.`,
				`behind a tunnel, call the context ${sanitize(cluster.name, 80)}, or say tls-server-name`,
			));
		}

		const {user, ...target} = kubeconfig.open(name);
		server = new URL(target.server).host;
		const identity = await identityOf(user, choice, input, signal);
		return await openConnection('kubeconfig', {...target, identity}, input, signal);
	} catch (error) {
		return {isReached: false, attempts: [failed('kubeconfig', error, signal)], server};
	}
};
