import {personDocument, secretDocuments} from '../documents/graph-documents.js';
import type {Json} from '../documents/context.js';
import type {Person} from '../fleet/people.js';
import {ok, type Answer} from './answer.js';
import {pathPattern} from './route.js';
import type {World} from './world.js';

const groupPath = pathPattern('/v1.0/groups/:group/transitiveMembers');

const notFound: Answer = {status: 404, body: {error: {code: 'Request_ResourceNotFound', message: 'Resource does not exist or one of its queried reference-property objects are not present.'}}};

const idsIn = (body: string): readonly string[] => {
	try {
		const {ids} = JSON.parse(body) as {readonly ids?: unknown};
		return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : [];
	} catch {
		return [];
	}
};

const filtered = (url: URL): ReadonlySet<string> => new Set((url.searchParams.get('$filter') ?? '').matchAll(/'(?<id>[^']+)'/gv).map(({groups}) => groups!.id!));

const documentsOf = (world: World, ids: Iterable<string>): readonly Json[] => {
	const {tenantId} = world.context;
	return [...ids].map(id => world.person(id)).filter(person => person !== undefined).map(person => personDocument(person, tenantId));
};

const isApplication = (person: Person | undefined): person is Extract<Person, {readonly kind: 'application'}> => person?.kind === 'application';

const credentials = (world: World, {id, appId, secrets}: Extract<Person, {readonly kind: 'application'}>): Json => ({
	id, appId, keyCredentials: [], passwordCredentials: secretDocuments(secrets, world.context.base),
});

/**
Answers a request to Microsoft Graph; the demo's identity may read the whole directory.
*/
export const answerMicrosoftGraph = (world: World, {path, url, method, body}: {readonly path: string; readonly url: URL; readonly method: string; readonly body: string}): Answer => {
	if (method === 'POST' && path === '/v1.0/directoryObjects/getByIds') {
		return ok({value: documentsOf(world, idsIn(body))});
	}

	const group = world.person(groupPath.exec(path)?.groups?.group ?? '');
	if (method === 'GET' && group?.kind === 'group') {
		return ok({value: documentsOf(world, group.members)});
	}

	if (method === 'GET' && path === '/v1.0/servicePrincipals') {
		// A secret is made on the application.
		return ok({value: [...filtered(url)].map(id => world.person(id)).filter(person => isApplication(person)).map(person => credentials(world, {...person, secrets: []}))});
	}

	if (method === 'GET' && path === '/v1.0/applications') {
		const asked = filtered(url);
		return ok({value: world.people.filter(person => isApplication(person)).filter(({appId}) => asked.has(appId)).map(person => credentials(world, person))});
	}

	return notFound;
};
