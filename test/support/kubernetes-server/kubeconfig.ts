import {Buffer} from 'node:buffer';
import {stringify} from 'yaml';
import type {KubernetesServer} from './server.js';

export type KubeconfigParts = {
	readonly name?: string;
	readonly cluster?: Readonly<Record<string, unknown>>;
	readonly user?: Readonly<Record<string, unknown>>;
	readonly current?: string;
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
The user that kubelogin signs in, as Azure writes it.
*/
export const kubeloginUser = {
	exec: {
		apiVersion: 'client.authentication.k8s.io/v1beta1',
		command: 'kubelogin',
		args: ['get-token', '--environment', 'AzurePublicCloud', '--server-id', '6dae42f8-4368-4678-94ff-3960e28e3630', '--client-id', '80faf920-1908-4b52-b5ef-a8e7bedfc67a', '--tenant-id', '00000000-0000-0000-0000-0000000000aa', '--login', 'devicecode'],
		env: null,
		provideClusterInfo: false,
	},
};

/**
The user of a cluster without Entra: certificate, key and token, as Azure writes them.
*/
export const localUser = ({certificates: {client}}: KubernetesServer): Readonly<Record<string, unknown>> => ({
	'client-certificate-data': base64(client.cert), 'client-key-data': base64(client.key), token: '00000000000000000000000000000000',
});

/**
The text of a kubeconfig of one context that leads to a server.
*/
export const kubeconfigText = (server: KubernetesServer, {name = 'aks-shop', cluster = {}, user = kubeloginUser, current = name}: KubeconfigParts = {}): string => stringify({
	apiVersion: 'v1',
	kind: 'Config',
	clusters: [{name, cluster: {server: server.url, 'certificate-authority-data': base64(server.certificates.authority), ...cluster}}],
	contexts: [{name, context: {cluster: name, user: 'someone'}}],
	users: [{name: 'someone', user}],
	'current-context': current,
});

/**
The answer of `listClusterUserCredential`.
*/
export const credentialAnswer = (text: string): unknown => ({kubeconfigs: [{name: 'clusterUser', value: base64(text)}]});
