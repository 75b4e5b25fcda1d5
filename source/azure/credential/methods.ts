import {sanitize} from '../../terminal/sanitize.js';
import {isMetadataServiceNear} from './imds-probe.js';
import type {Refusal, SignInContext, SignInMethod} from './sign-in-context.js';

const firstSentence = (message: string): string => {
	const [told = ''] = message.split(/(?:Trace ID|Correlation ID|Timestamp):/v, 1);
	const [line = ''] = sanitize(told.trim().replaceAll(/eyJ[\w\-.]+/gv, '[token]'), 300).split(/\. |\.$/v, 1);
	return line === '' ? 'it gave no reason' : line;
};

const isSet = (context: SignInContext, name: string): boolean => (context.env[name] ?? '') !== '';

const notSet = (context: SignInContext, names: readonly string[]): readonly string[] =>
	names.filter(name => !isSet(context, name) && (name !== 'AZURE_TENANT_ID' || context.tenant === undefined));

const listed = (names: readonly string[]): string =>
	names.length === 1 ? `${names[0]!} is not set` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!} are not set`;

const loginCommand = (command: string, flag: string, context: SignInContext): string =>
	context.tenant === undefined ? command : `${command} ${flag} ${context.tenant}`;

const environment: SignInMethod = {
	name: 'environment',
	missing(context) {
		const hasProof = isSet(context, 'AZURE_CLIENT_SECRET') || isSet(context, 'AZURE_CLIENT_CERTIFICATE_PATH');
		const names = [...notSet(context, ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID']), ...(hasProof ? [] : ['AZURE_CLIENT_SECRET'])];
		return names.length === 0
			? undefined
			: {reason: listed(names), remedy: 'set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH)'};
	},
	async open(context) {
		const {openEnvironment} = await import('./environment.js');
		return openEnvironment(context);
	},
	explain: message => ({
		reason: /enoent|pem|certificate/iv.test(message) ? `the certificate in AZURE_CLIENT_CERTIFICATE_PATH cannot be used: ${firstSentence(message)}` : firstSentence(message),
		remedy: 'check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET',
	}),
};

const workloadIdentity: SignInMethod = {
	name: 'workload-identity',
	missing(context) {
		const names = notSet(context, ['AZURE_FEDERATED_TOKEN_FILE', 'AZURE_TENANT_ID', 'AZURE_CLIENT_ID']);
		return names.length === 0
			? undefined
			: {reason: listed(names), remedy: 'label the pod azure.workload.identity/use: "true" and annotate its service account with the client id'};
	},
	async open(context) {
		const {openWorkloadIdentity} = await import('./workload-identity.js');
		return openWorkloadIdentity(context);
	},
	explain: message => ({
		reason: /ENOENT|EACCES/v.test(message) ? 'the file in AZURE_FEDERATED_TOKEN_FILE cannot be read' : firstSentence(message),
		remedy: 'check that the token is mounted: ls -l $AZURE_FEDERATED_TOKEN_FILE',
	}),
};

/**
Variables by which App Service, Arc, Cloud Shell and Service Fabric say that there is an identity.
Source: `ManagedIdentityClient` of `@azure/msal-node`.
*/
const identityVariables = ['IDENTITY_ENDPOINT', 'MSI_ENDPOINT'];

const noManagedIdentity: Refusal = {
	reason: 'there is no managed identity here: no metadata service answers',
	remedy: 'run crowsnest on an Azure machine that has an identity: az vm identity assign --name VM --resource-group GROUP',
};

const managedIdentity: SignInMethod = {
	name: 'managed-identity',
	async missing(context) {
		return identityVariables.some(name => isSet(context, name)) || await isMetadataServiceNear() ? undefined : noManagedIdentity;
	},
	async open(context) {
		const {openManagedIdentity} = await import('./managed-identity.js');
		return openManagedIdentity(context);
	},
	explain(message, {env}) {
		if (/unreachable|network_error/iv.test(message)) {
			return noManagedIdentity;
		}

		if (/identity not found|identity_not_found|invalid_request/iv.test(message)) {
			return {
				reason: (env.AZURE_CLIENT_ID ?? '') === '' ? 'this machine has no managed identity' : 'this machine does not have the managed identity that AZURE_CLIENT_ID names',
				remedy: 'az vm identity assign --name VM --resource-group GROUP, or correct AZURE_CLIENT_ID',
			};
		}

		const told = message.replace(/^ManagedIdentityCredential: (?:Authentication failed\. Message )?/v, '');
		return {reason: firstSentence(told), remedy: 'try again, or az vm identity show --name VM --resource-group GROUP'};
	},
};

const azureCli: SignInMethod = {
	name: 'azure-cli',
	missing: () => undefined,
	async open(context) {
		const {openAzureCli} = await import('./azure-cli.js');
		return openAzureCli(context);
	},
	explain(message, context) {
		if (message.includes('could not be found')) {
			return {reason: 'Azure CLI (az) is not installed or not on PATH', remedy: 'install it from https://aka.ms/azure-cli, then run az login'};
		}

		return {
			reason: message.includes('az login') ? 'Azure CLI is not signed in' : `Azure CLI gave no token: ${firstSentence(message.replace(/^ERROR: /v, ''))}`,
			remedy: loginCommand('az login', '--tenant', context),
		};
	},
};

const azureDeveloperCli: SignInMethod = {
	name: 'azure-developer-cli',
	missing: () => undefined,
	async open(context) {
		const {openAzureDeveloperCli} = await import('./azure-developer-cli.js');
		return openAzureDeveloperCli(context);
	},
	explain(message, context) {
		if (message.includes('couldn\'t be found')) {
			return {reason: 'Azure Developer CLI (azd) is not installed or not on PATH', remedy: 'install it from https://aka.ms/azd, then run azd auth login'};
		}

		return {
			reason: message.includes('auth login') ? 'Azure Developer CLI is not signed in' : `Azure Developer CLI gave no token: ${firstSentence(message)}`,
			remedy: loginCommand('azd auth login', '--tenant-id', context),
		};
	},
};

const deviceCode: SignInMethod = {
	name: 'device-code',
	isInteractive: true,
	missing: () => undefined,
	async open(context) {
		const {openDeviceCode} = await import('./device-code.js');
		return openDeviceCode(context);
	},
	explain: message => /expired|timed? ?out/iv.test(message)
		? {reason: 'the device code has expired before it was entered', remedy: 'press r for a new code and enter it within 15 minutes'}
		: {reason: firstSentence(message), remedy: 'press r for a new code, or use --auth azure-cli'},
};

const token: SignInMethod = {
	name: 'token',
	missing: context => isSet(context, 'CROWSNEST_TOKEN') ? undefined : {reason: 'CROWSNEST_TOKEN is not set', remedy: tokenCommand(context)},
	async open({env, cloud}) {
		const {openBearerToken} = await import('./bearer-token.js');
		return openBearerToken((env.CROWSNEST_TOKEN ?? '').trim().replace(/^bearer\s+/iv, ''), cloud);
	},
	explain: (message, context) => ({reason: `the token in CROWSNEST_TOKEN ${message}`, remedy: tokenCommand(context)}),
};

const tokenCommand = ({cloud}: SignInContext): string =>
	`export CROWSNEST_TOKEN="$(az account get-access-token --resource ${cloud.audiences.resourceManager} --query accessToken --output tsv)"`;

/**
In the order in which `auto` tries them; `token` is tried only when asked for.
*/
export const autoMethods: readonly SignInMethod[] = [environment, workloadIdentity, managedIdentity, azureCli, azureDeveloperCli, deviceCode];

export const signInMethods: readonly SignInMethod[] = [...autoMethods, token];
