import type {HttpClient, PipelineRequest} from '@azure/core-rest-pipeline';
import {currentExchange} from '../exchange.js';
import {hasOverride, partsOf, refuse} from '../guard.js';
import {registryOperations, type RegistryOperation} from '../registry-operations.js';

/**
A repository's name; the SDK writes its slashes as `%2F`. Source: OCI distribution-spec 1.1.
*/
const component = '[0-9a-z]+(?:(?:[._]|__|-+)[0-9a-z]+)*';

const longestName = 256;

const namePattern = new RegExp(String.raw`^${component}(?:\/${component})*$`, 'v');

const placeholders: ReadonlyArray<readonly [string, string]> = [
	[':repository', String.raw`${component}(?:(?:\/|%2F)${component})*`],
	[':digest', '(?:sha256:|sha256%3A)[a-f0-9]{64}'],
];

const compiled = registryOperations.map(operation => {
	let source: string = operation.path.replaceAll('.', '[.]');
	for (const [name, pattern] of placeholders) {
		source = source.split(name).join(pattern);
	}

	return {operation, pattern: new RegExp(`^${source}$`, 'v')};
});

const queryNames = new Set(['n', 'last', 'orderby', 'api-version', 'artifactType']);

/**
Whether a repository may be asked about by its name.
*/
export const isRepositoryName = (name: string): boolean => name.length <= longestName && namePattern.test(name);

/**
The operation that a path of a registry belongs to; absent for any other.
*/
export const findRegistryOperation = (method: string, path: string): RegistryOperation | undefined =>
	compiled.find(({operation, pattern}) => operation.method === method && pattern.test(path))?.operation;

export const isSignIn = ({method, url}: PipelineRequest): boolean => findRegistryOperation(method, URL.parse(url)?.pathname ?? '')?.isSignIn === true;

/**
A transport that sends to one registry what is on the list of operations and nothing else, and only where a person has
asked for more than Reader.

@param httpClient What sends a request that is allowed.
@param loginServer Host of the registry.
@returns A client whose `sendRequest` rejects with `ForbiddenRequestError` before a byte is sent, for any other method, host or path.
*/
export const guardRegistry = (httpClient: HttpClient, loginServer: string): HttpClient => {
	const {origin} = new URL(`https://${loginServer}`);
	return {
		async sendRequest(request) {
			const parts = partsOf(request.url);
			const isAllowed = parts?.url.origin === origin
				&& findRegistryOperation(request.method, parts.path) !== undefined
				&& parts.url.searchParams.keys().every(name => queryNames.has(name))
				&& !hasOverride(request);
			if (!isAllowed) {
				throw refuse(request);
			}

			if (currentExchange()?.grants.registryContents !== true) {
				throw refuse(request, 'needs more than Reader, and nobody has asked for it');
			}

			return httpClient.sendRequest(request);
		},
	};
};
