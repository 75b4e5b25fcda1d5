import type {ContainerGroup, GroupCredential} from '../../model/container-group.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import {isPublicHost} from '../registry/pulled-hosts.js';

/**
As whom a group pulls: a managed identity, the admin user of a registry, another name with a password, or nobody that it tells of.
*/
export type PullWay = 'identity' | 'admin' | 'password' | 'none';

/**
One host that images of a group come from.
*/
export type GroupPull = {
	readonly host: string;
	readonly images: readonly string[];
	/**
	The registry of the fleet that it is; absent for one outside, or one that could not be read.
	*/
	readonly registry: Registry | undefined;
	readonly isPublic: boolean;
	readonly way: PullWay;
	readonly credential: GroupCredential | undefined;
};

/**
Docker Hub goes by several names.
*/
const plainHost = (server: string): string => {
	const [host = ''] = server.toLowerCase().replace(/^https?:\/\//v, '').split('/', 1);
	return ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'].includes(host) ? 'docker.io' : host;
};

/**
The name of a registry of Azure by its host: `acrshop.azurecr.io` → `acrshop`.
*/
export const registryNameOf = (host: string): string | undefined => /^(?<name>[\da-z]+)(?:-[\da-z]+)?(?:\.[\da-z]+)?\.azurecr\.(?:cn|io|us)$/v.exec(host)?.groups?.name;

export const wayOf = (credential: GroupCredential | undefined): PullWay => {
	if (credential === undefined) {
		return 'none';
	}

	const {identity, server, username} = credential;
	if (typeof identity === 'string' && identity !== '') {
		return 'identity';
	}

	const name = registryNameOf(plainHost(server));
	return name !== undefined && typeof username === 'string' && username.toLowerCase() === name ? 'admin' : 'password';
};

/**
Object id, in small letters, of the identity that a group pulls with; unknown where Azure gives none, or where it is not among its own.
*/
export const pullerOf = ({identities}: Pick<ContainerGroup, 'identities'>, {credential}: Pick<GroupPull, 'credential'>): Fact<string> => {
	if (isUnknown(identities)) {
		return identities;
	}

	const id = credential && typeof credential.identity === 'string' ? credential.identity.toLowerCase() : '';
	const identity = identities.find(one => one.id.toLowerCase() === id || (typeof one.clientId === 'string' && one.clientId.toLowerCase() === id));
	if (identity === undefined) {
		return unknown('not-reported', 'the identity that it pulls with is not among those that Azure tells of the group');
	}

	const {principalId} = identity;
	return isUnknown(principalId) ? principalId : (principalId === undefined ? unknown('not-reported', 'Azure gives no object id of the identity that it pulls with: it may be gone') : principalId.toLowerCase());
};

const byLoginServer = new WeakMap<readonly Registry[], ReadonlyMap<string, Registry>>();

const registryAt = (registries: readonly Registry[], host: string): Registry | undefined => {
	const known = byLoginServer.get(registries) ?? new Map(registries.flatMap(registry => (typeof registry.loginServer === 'string' ? [[registry.loginServer.toLowerCase(), registry] as const] : [])));
	byLoginServer.set(registries, known);
	return known.get(host);
};

/**
Where the images of a group come from and as whom it pulls them, in the order of its containers. Unknown where its containers are.
*/
export const groupPulls = ({containers, credentials}: Pick<ContainerGroup, 'containers' | 'credentials'>, registries: readonly Registry[]): Fact<readonly GroupPull[]> => {
	if (isUnknown(containers)) {
		return containers;
	}

	if (isUnknown(credentials)) {
		return credentials;
	}

	const byHost = new Map<string, string[]>();
	for (const {host, image} of containers) {
		if (host === undefined || typeof image !== 'string') {
			continue;
		}

		const images = byHost.get(host) ?? [];
		byHost.set(host, images);
		if (!images.includes(image)) {
			images.push(image);
		}
	}

	return byHost.entries().map(([host, images]): GroupPull => {
		const own = credentials.filter(({server}) => plainHost(server) === plainHost(host));
		const credential = own.find(one => wayOf(one) === 'identity') ?? own[0];
		return {
			host, images, registry: registryAt(registries, host), isPublic: isPublicHost(plainHost(host)), way: wayOf(credential), credential,
		};
	}).toArray();
};
