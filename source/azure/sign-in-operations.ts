import type {Cloud} from './cloud.js';

/**
One request that signing in may send.
*/
export type SignInOperation = {
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/**
	Scheme, host and port.
	*/
	readonly origin: string;
	/**
	`:tenant` stands for a GUID or a domain; compared without regard to case.
	*/
	readonly path: string;
	readonly reason: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
Names of one and the same Entra: MSAL asks the authority for its preferred name and goes on with that one.
Source: answer of `/common/discovery/instance`, `metadata[].aliases`.
*/
const aliases: ReadonlyArray<readonly string[]> = [
	['https://login.microsoftonline.com', 'https://login.windows.net', 'https://login.microsoft.com', 'https://sts.windows.net'],
	['https://login.microsoftonline.us', 'https://login.usgovcloudapi.net'],
	['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
];

const entra = (authority: string): readonly SignInOperation[] => {
	const {origin, pathname} = new URL(authority);
	const base = pathname.replace(/\/$/v, '');
	return [
		{
			id: 'entra.openidConfiguration', method: 'GET', origin, path: `${base}/:tenant/v2.0/.well-known/openid-configuration`, reason: 'where the tenant gives out tokens',
		},
		{
			id: 'entra.token', method: 'POST', origin, path: `${base}/:tenant/oauth2/v2.0/token`, reason: 'a token for Resource Manager',
		},
		{
			id: 'entra.deviceCode', method: 'POST', origin, path: `${base}/:tenant/oauth2/v2.0/devicecode`, reason: 'a code that a person enters in a browser',
		},
	];
};

const discovery = (origin: string): SignInOperation => ({
	id: 'entra.instanceDiscovery', method: 'GET', origin, path: '/common/discovery/instance', reason: 'whether the authority is one of Microsoft\'s',
});

/**
The machine's own ways to a managed identity, whose addresses stand in its environment: App Service, Azure Arc, Service
Fabric, Cloud Shell. Source: managed identity sources of MSAL.
*/
const localEndpoints = (env: Environment): readonly SignInOperation[] => ['IDENTITY_ENDPOINT', 'MSI_ENDPOINT'].flatMap(name => {
	const url = URL.parse(env[name] ?? '');
	return url && /^https?:$/v.test(url.protocol)
		? (['GET', 'POST'] as const).map(method => ({
			id: `managedIdentity.${name}`, method, origin: url.origin, path: url.pathname, reason: 'a token of the managed identity of this machine',
		}))
		: [];
});

/**
The one list of every request that signing in may send in a cloud.

@param cloud Whose Entra.
@param env Where `IDENTITY_ENDPOINT` and `MSI_ENDPOINT` are looked up.
*/
export const signInOperations = (cloud: Cloud, env: Environment): readonly SignInOperation[] => {
	const {origin} = new URL(cloud.authorityHost);
	const hosts = aliases.find(names => names.includes(origin)) ?? [origin];
	return [
		...entra(cloud.authorityHost),
		...hosts.filter(host => host !== origin).flatMap(host => entra(host)),
		...(cloud.disableInstanceDiscovery ? [] : [...new Set([...hosts, aliases[0]![0]!])].map(host => discovery(host))),
		{
			id: 'managedIdentity.imds', method: 'GET', origin: 'http://169.254.169.254', path: '/metadata/identity/oauth2/token', reason: 'a token of the managed identity of this machine',
		},
		...localEndpoints(env),
	];
};
