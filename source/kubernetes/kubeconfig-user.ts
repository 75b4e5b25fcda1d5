import {Buffer} from 'node:buffer';
import {sanitize} from '../terminal/sanitize.js';
import {KubeconfigError, type ExecPlugin, type KubeconfigUser} from './kubeconfig.js';
import {membersOf, textOf, type Members} from './members.js';
import {readNamed, type ParseOptions} from './read-named.js';

/**
AKS's server application of Entra. Source: MicrosoftDocs/azure-aks-docs, articles/aks/kubelogin-authentication.md.
*/
const aksServer = '6dae42f8-4368-4678-94ff-3960e28e3630';

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly unknown[]).filter(item => typeof item === 'string') : []);

const readExec = (exec: Members, name: string): ExecPlugin => {
	const command = textOf(exec.command);
	if (command === undefined) {
		throw new KubeconfigError(`The user of the context ${sanitize(name, 80)} runs a command that is not named.`);
	}

	const env = (Array.isArray(exec.env) ? exec.env as readonly unknown[] : []).map(entry => membersOf(entry));
	return {
		command,
		args: listOf(exec.args),
		env: Object.fromEntries(env.flatMap(({name: variable, value}) => (typeof variable === 'string' && typeof value === 'string' ? [[variable, value]] : []))),
		apiVersion: textOf(exec.apiVersion) ?? '',
	};
};

/**
Kubelogin gives a token for AKS's server application, which the session's own sign-in can give as well.
*/
const isKubelogin = ({command, args}: ExecPlugin): boolean =>
	/(?:^|[\/\\])kubelogin(?:\.exe)?$/v.test(command) && args.some((argument, index) => argument === `--server-id=${aksServer}` || (argument === '--server-id' && args[index + 1] === aksServer));

const readPem = (user: Members, member: string, {readFile}: ParseOptions): string | undefined => {
	const data = textOf(user[`${member}-data`]);
	const file = textOf(user[member]);
	const pem = data === undefined ? (file === undefined ? undefined : readNamed(file, member, readFile)) : Buffer.from(data, 'base64').toString('utf8');
	return pem === undefined || pem.trim() === '' ? undefined : pem;
};

/**
How the user of a context signs in.

@param user The entry of the kubeconfig; absent where there is none.
@param name Of the context, for the sentences.
@throws KubeconfigError for what crowsnest does not do.
*/
export const readUser = (user: Members | undefined, name: string, options: ParseOptions): KubeconfigUser => {
	if (user === undefined) {
		return {kind: 'none'};
	}

	if (textOf(user.as) !== undefined) {
		throw new KubeconfigError(`The user of the context ${sanitize(name, 80)} acts as somebody else (as), which crowsnest does not do.`);
	}

	if (user.exec !== undefined && user.exec !== null) {
		const plugin = readExec(membersOf(user.exec), name);
		return isKubelogin(plugin) ? {kind: 'entra'} : {kind: 'exec', plugin};
	}

	const provider = membersOf(user['auth-provider']);
	if (provider.name === 'azure') {
		return {kind: 'entra'};
	}

	// A certificate says more of who asks than a token beside it: AKS sends both for a local account.
	const certificate = readPem(user, 'client-certificate', options);
	const key = readPem(user, 'client-key', options);
	if (certificate !== undefined && key !== undefined) {
		return {kind: 'certificate', certificate, key};
	}

	const file = textOf(user.tokenFile);
	const token = file === undefined ? textOf(user.token) : readNamed(file, 'tokenFile', options.readFile).trim();
	if (token !== undefined) {
		// A line break would end the header.
		if (!/^[\u{21}-\u{7E}]+$/v.test(token)) {
			throw new KubeconfigError(`The token of the context ${sanitize(name, 80)} is none.`);
		}

		return {kind: 'token', token};
	}

	if (textOf(user.username) !== undefined || textOf(provider.name) !== undefined) {
		throw new KubeconfigError(`The user of the context ${sanitize(name, 80)} signs in by a way that Kubernetes has given up (${textOf(provider.name) === undefined ? 'a password' : 'auth-provider'}).`, 'az aks get-credentials writes a newer one');
	}

	return {kind: 'none'};
};
