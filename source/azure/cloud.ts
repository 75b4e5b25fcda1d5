import {UsageError} from '../model/usage-error.js';
import {didYouMean} from '../terminal/nearest.js';
import {sanitize} from '../terminal/sanitize.js';

/**
Endpoints and audiences of one Azure cloud. URLs without a trailing slash.
*/
export type Cloud = {
	/**
	`public`, `us-government`, `china`, or the name in a profile file.
	*/
	readonly name: string;
	readonly resourceManager: string;
	/**
	Entra's authority host, e.g. `https://login.microsoftonline.com`.
	*/
	readonly authorityHost: string;
	readonly audiences: {readonly resourceManager: string};
	readonly portal: string;
	/**
	Https address of Microsoft Graph, which is its audience too; absent for a private cloud that names none.
	*/
	readonly microsoftGraph?: string | undefined;
	/**
	True for a private cloud, whose authority cannot be looked up at Microsoft's.
	*/
	readonly disableInstanceDiscovery: boolean;
	/**
	PEM text of an own certificate authority; absent where the machine's own trust store serves.
	*/
	readonly certificateAuthority: string | undefined;
};

// Authority hosts: AzureAuthorityHosts of @azure/identity 4.14. Resource Manager endpoints and audiences: AzureClouds and
// `getArmEndpoint` of @azure/core-client and the `endpoints` of `az cloud show`. Portals: `az cloud show`, `endpoints.portal`.
// Microsoft Graph: its documentation, 'National cloud deployments', August 2026 (L4, not L5, of the US Government).
// eslint-disable-next-line max-params -- one row of the table
const microsoftCloud = (name: string, resourceManager: string, authorityHost: string, portal: string, microsoftGraph: string): Cloud => ({
	name,
	resourceManager,
	authorityHost,
	audiences: {resourceManager},
	portal,
	microsoftGraph,
	disableInstanceDiscovery: false,
	certificateAuthority: undefined,
});

export const publicCloud = microsoftCloud('public', 'https://management.azure.com', 'https://login.microsoftonline.com', 'https://portal.azure.com', 'https://graph.microsoft.com');

export const usGovernmentCloud = microsoftCloud('us-government', 'https://management.usgovcloudapi.net', 'https://login.microsoftonline.us', 'https://portal.azure.us', 'https://graph.microsoft.us');

export const chinaCloud = microsoftCloud('china', 'https://management.chinacloudapi.cn', 'https://login.chinacloudapi.cn', 'https://portal.azure.cn', 'https://microsoftgraph.chinacloudapi.cn');

export const knownClouds: Readonly<Record<string, Cloud>> = {
	public: publicCloud,
	'us-government': usGovernmentCloud,
	china: chinaCloud,
};

/**
How Azure CLI and the SDKs name the same clouds.
*/
const otherNames: Readonly<Record<string, Cloud>> = {
	azurecloud: publicCloud,
	azurepubliccloud: publicCloud,
	azureusgovernment: usGovernmentCloud,
	azurechinacloud: chinaCloud,
};

const looksLikeFile = (name: string): boolean => /[\/\\]|\.\w+$/v.test(name);

/**
The cloud of that name, or the one that a profile file describes.

@param nameOrFile `public`, `us-government`, `china` (or Azure CLI's names for them), or the path of a JSON profile.
@param readFile Throws as `fs.readFileSync` does.
@throws UsageError with one sentence that names the file, and the line where there is one.
*/
export const resolveCloud = async (nameOrFile: string, readFile: (path: string) => string): Promise<Cloud> => {
	const name = nameOrFile.toLowerCase();
	const known = Object.hasOwn(knownClouds, name) ? knownClouds[name] : (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined);
	if (known !== undefined) {
		return known;
	}

	let text: string;
	try {
		text = readFile(nameOrFile);
	} catch (error) {
		const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		const names = Object.keys(knownClouds);
		if (isAbsent && !looksLikeFile(nameOrFile)) {
			throw new UsageError(`there is no cloud "${sanitize(nameOrFile, 60)}"; use ${names.join(', ')} or a profile file.${didYouMean(nameOrFile, names)}`, {cause: error});
		}

		throw new UsageError(`the profile ${sanitize(nameOrFile)} ${isAbsent ? 'does not exist' : 'cannot be read'}.`, {cause: error});
	}

	// Only whoever has a profile pays for reading one.
	const {readProfile} = await import('./cloud/read-profile.js');
	return readProfile(text, nameOrFile, readFile);
};
