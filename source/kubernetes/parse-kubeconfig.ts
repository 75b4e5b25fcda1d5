import {Buffer} from 'node:buffer';
import {parseDocument} from 'yaml';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';
import {KubeconfigError, type Kubeconfig, type KubeconfigContext} from './kubeconfig.js';
import {readUser} from './kubeconfig-user.js';
import {readNamed, type ParseOptions} from './read-named.js';
import {membersOf, textOf, type Members} from './members.js';

/**
A kubeconfig of a thousand contexts has less.
*/
const mostCharacters = 4_000_000;

const parseYaml = (text: string): Members => {
	if (text.length > mostCharacters) {
		throw new KubeconfigError('The kubeconfig is too long for one.');
	}

	const document = parseDocument(text, {prettyErrors: false, uniqueKeys: true});
	const [error] = document.errors;
	let value: unknown;
	try {
		// Without aliases a file cannot grow beyond what is written in it.
		value = error === undefined ? document.toJS({maxAliasCount: 0}) : undefined;
	} catch {}

	const members = membersOf(value);
	if (error !== undefined || !Array.isArray(members.contexts) || !Array.isArray(members.clusters)) {
		// The parser's own words quote the file.
		throw new KubeconfigError('The kubeconfig is none: contexts and clusters are missing.', 'kubectl config view shows what kubectl makes of it');
	}

	return members;
};

const entriesOf = (list: unknown, part: string): ReadonlyMap<string, Members> => new Map((Array.isArray(list) ? list as readonly unknown[] : []).flatMap(entry => {
	const members = membersOf(entry);
	const name = textOf(members.name);
	return name === undefined ? [] : [[name, membersOf(members[part])] as const];
}));

const readServer = (cluster: Members, name: string): string => {
	const server = textOf(cluster.server) ?? '';
	const url = URL.parse(server);
	if (url === null) {
		throw new KubeconfigError(`The cluster of the context ${sanitize(name, 80)} has no server.`);
	}

	if (url.protocol !== 'https:') {
		throw new KubeconfigError(`The server of the context ${sanitize(name, 80)} is not asked without TLS: whoever stands in between could read the token and answer in its place.`, 'write https:// and its certificate-authority in the kubeconfig');
	}

	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		throw new KubeconfigError(`The server of the context ${sanitize(name, 80)} is an address that holds more than a host and a path.`);
	}

	return `${url.origin}${url.pathname.replace(/\/$/v, '')}`;
};

const isTrue = (value: unknown): boolean => value === true || value === 'true';

const readAuthority = (cluster: Members, name: string, {readFile}: ParseOptions): string | undefined => {
	if (isTrue(cluster['insecure-skip-tls-verify'])) {
		throw new KubeconfigError(`The context ${sanitize(name, 80)} asks not to verify the server's certificate (insecure-skip-tls-verify); crowsnest always does.`, 'name the authority with certificate-authority, and tls-server-name behind a tunnel');
	}

	if (textOf(cluster['proxy-url']) !== undefined) {
		throw new KubeconfigError(`The context ${sanitize(name, 80)} names a proxy of its own (proxy-url), which crowsnest does not use.`, 'name it in HTTPS_PROXY');
	}

	const data = textOf(cluster['certificate-authority-data']);
	const file = textOf(cluster['certificate-authority']);
	const pem = data === undefined ? (file === undefined ? undefined : readNamed(file, 'certificate-authority', readFile)) : Buffer.from(data, 'base64').toString('utf8');
	if (pem !== undefined && !pem.includes('-----BEGIN CERTIFICATE-----')) {
		throw new KubeconfigError(`The certificate authority of the context ${sanitize(name, 80)} is no PEM certificate.`);
	}

	return pem;
};

/**
Reads a kubeconfig. Nothing of it is run, asked or written; files that it names are read when a context is opened.
Source of its form: client-go, tools/clientcmd/api/v1.

@param text The whole file.
@throws KubeconfigError where it is none.
*/
export const parseKubeconfig = (text: string, options: ParseOptions = {}): Kubeconfig => {
	const root = parseYaml(text);
	const contexts = entriesOf(root.contexts, 'context');
	const clusters = entriesOf(root.clusters, 'cluster');
	const users = entriesOf(root.users, 'user');
	const names = contexts.keys().toArray();
	return {
		names,
		current: textOf(root['current-context']),
		peek(name) {
			const clusterName = textOf(contexts.get(name)?.cluster) ?? '';
			const cluster = clusters.get(clusterName);
			const server = textOf(cluster?.server);
			return server === undefined ? undefined : {clusterName, server, serverName: textOf(cluster?.['tls-server-name'])};
		},
		open(name): KubeconfigContext {
			const context = contexts.get(name);
			if (context === undefined) {
				throw new KubeconfigError(`There is no context ${sanitize(name, 80)} in the kubeconfig.${didYouMean(name, names)}`, names.length === 0 ? undefined : `it has ${sanitize(names.slice(0, 8).join(', '), 300)}`);
			}

			const clusterName = textOf(context.cluster) ?? '';
			const cluster = clusters.get(clusterName);
			if (cluster === undefined) {
				throw new KubeconfigError(`The context ${sanitize(name, 80)} names a cluster that is not in the kubeconfig.`);
			}

			return {
				name,
				clusterName,
				server: readServer(cluster, name),
				certificateAuthority: readAuthority(cluster, name, options),
				serverName: textOf(cluster['tls-server-name']),
				user: readUser(users.get(textOf(context.user) ?? ''), name, options),
			};
		},
	};
};
