import {Buffer} from 'node:buffer';
import {readDocument} from '../azure/reading.js';
import {resourceParts} from '../azure/resource-id.js';
import type {ReachAttempt} from '../model/inside.js';
import {valueOf} from '../model/known.js';
import {KubeconfigError, type KubeconfigContext} from './kubeconfig.js';
import {membersOf, textOf} from './members.js';
import {openConnection} from './open-connection.js';
import {parseKubeconfig} from './parse-kubeconfig.js';
import {
	failed,
	notAsked,
	notReached,
	type Tried,
} from './reach-attempt.js';
import type {ReachInput} from './reach-input.js';

const insideOff = 'Clusters are not looked into: it takes the user credentials of each, which is more than Reader.';

const insideRemedy = 'crowsnest --inside; the role Azure Kubernetes Service Cluster User Role on the cluster';

const localOff = 'The cluster gives out a certificate that everybody shares; it is not used before somebody asks for it.';

/**
The kubeconfig of a cluster's users, as Azure gives it out: parsed, and forgotten with this look.
Source: managedClusters.listClusterUserCredentials, `kubeconfigs[].value`, base64.
*/
const askCredential = async ({session, cluster, grants, onWait}: ReachInput, signal: AbortSignal): Promise<KubeconfigContext> => {
	const {subscriptionId, resourceGroup, names} = resourceParts(cluster.id);
	const client = await session.containerService(subscriptionId);
	const body = await readDocument({signal, onWait, grants}, async options => client.managedClusters.listClusterUserCredentials(resourceGroup, names.managedclusters ?? '', options));
	const {kubeconfigs} = membersOf(body);
	const all = (Array.isArray(kubeconfigs) ? kubeconfigs as readonly unknown[] : []).map(entry => membersOf(entry));
	const value = textOf((all.find(entry => entry.name === 'clusterUser') ?? all[0])?.value);
	if (value === undefined) {
		throw new KubeconfigError('Azure gave out no kubeconfig for the users of the cluster.');
	}

	// It names no file and runs no command: what it says of kubelogin is done by the session's own sign-in.
	const kubeconfig = parseKubeconfig(Buffer.from(value, 'base64').toString('utf8'));
	return kubeconfig.open(kubeconfig.current ?? kubeconfig.names[0] ?? '');
};

/**
Why there is no sense in asking, as far as Azure has told of the cluster; absent where there is.
*/
const missing = ({cluster, grants}: ReachInput): readonly ReachAttempt[] | undefined => {
	if (!grants.userCredential) {
		return [notAsked('entra', insideOff, insideRemedy)];
	}

	const isEntra = valueOf(cluster.entraIntegrated);
	if (isEntra !== false) {
		return undefined;
	}

	const noEntra = notAsked('entra', 'The cluster does not sign in with Entra.', 'az aks update --enable-aad');
	if (valueOf(cluster.localAccountsDisabled) === true) {
		return [noEntra, notAsked('local-account', 'Its local accounts are disabled.', undefined)];
	}

	return grants.localAccounts ? undefined : [noEntra, notAsked('local-account', localOff, 'crowsnest --inside --local-accounts')];
};

/**
The first two ways: with an Entra token, or with the certificate that everybody shares.
*/
export const tryUserCredential = async (input: ReachInput, signal: AbortSignal): Promise<Tried> => {
	const closed = missing(input);
	if (closed !== undefined) {
		return notReached(...closed);
	}

	const isEntra = valueOf(input.cluster.entraIntegrated) !== false;
	let way: 'entra' | 'local-account' = isEntra ? 'entra' : 'local-account';
	const before = isEntra ? [] : [notAsked('entra', 'The cluster does not sign in with Entra.', 'az aks update --enable-aad')];
	let server: string | undefined;
	try {
		const {user, ...target} = await askCredential(input, signal);
		server = new URL(target.server).host;
		if (user.kind === 'entra') {
			way = 'entra';
			return await openConnection(way, {...target, identity: {kind: 'token', token: input.session.clusterToken}}, input, signal);
		}

		if (user.kind === 'certificate' || user.kind === 'token') {
			way = 'local-account';
			if (!input.grants.localAccounts) {
				return {...notReached(notAsked('entra', 'The cluster does not sign in with Entra.', 'az aks update --enable-aad'), notAsked(way, localOff, 'crowsnest --inside --local-accounts')), server};
			}

			const {kind} = user;
			const tried = await openConnection(way, {...target, identity: kind === 'token' ? {kind, token: async () => user.token} : user}, input, signal);
			return tried;
		}

		throw new KubeconfigError('The kubeconfig that Azure gave out signs in by a way that is not known.');
	} catch (error) {
		return {isReached: false, attempts: [...before, failed(way, error, signal)], server};
	}
};
