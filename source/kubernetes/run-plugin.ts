import {execFile} from 'node:child_process';
import process from 'node:process';
import {sanitize} from '../terminal/sanitize.js';
import type {ClusterIdentity} from './cluster-connection.js';
import {KubeconfigError, type ExecPlugin} from './kubeconfig.js';
import {membersOf} from './members.js';

/**
Milliseconds: nobody is there who could answer a question of the command.
*/
const deadline = 30_000;

/**
Runs the command that a kubeconfig names, without a shell, and takes the credential from its output.
Source: client.authentication.k8s.io/v1 ExecCredential.

@param plugin What a person has allowed by name.
@param folder Where the kubeconfig lies: a command with a slash is meant from there.
@throws KubeconfigError that quotes neither output nor arguments: both may hold secrets.
*/
export const runPlugin = async ({command, args, env, apiVersion}: ExecPlugin, folder: string, signal: AbortSignal): Promise<ClusterIdentity> => {
	const version = apiVersion === '' ? 'client.authentication.k8s.io/v1' : apiVersion;
	const info = JSON.stringify({apiVersion: version, kind: 'ExecCredential', spec: {interactive: false}});
	const output = await new Promise<string>((resolve, reject) => {
		const child = execFile(command, args, {
			cwd: folder, env: {...process.env, ...env, KUBERNETES_EXEC_INFO: info}, timeout: deadline, maxBuffer: 1_000_000, signal, windowsHide: true,
		}, (error, stdout) => {
			if (error === null) {
				resolve(stdout);
				return;
			}

			const how = error.killed === true ? `not within ${deadline / 1000} s` : `exit code ${sanitize(String(error.code), 40)}`;
			const failed = new KubeconfigError(`${sanitize(command, 80)} gave no credential (${how}).`, `run it by hand: ${sanitize(command, 80)}`);
			reject(signal.aborted ? signal.reason as Error : failed);
		});
		child.stdin?.end();
	});
	let parsed: unknown;
	try {
		parsed = JSON.parse(output);
	} catch {}

	const {token, clientCertificateData: certificate, clientKeyData: key} = membersOf(membersOf(parsed).status);
	if (typeof token === 'string' && /^[\u{21}-\u{7E}]+$/v.test(token)) {
		return {kind: 'token', token: async () => token};
	}

	if (typeof certificate === 'string' && typeof key === 'string') {
		return {kind: 'certificate', certificate, key};
	}

	throw new KubeconfigError(`What ${sanitize(command, 80)} prints is no credential of Kubernetes'.`);
};
