import {
	notFound,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';
import type {Document, ServerFleet} from './fleet.js';

const quoted = (url: URL): ReadonlySet<string> => new Set((url.searchParams.get('$filter') ?? '').matchAll(/'(?<id>[^']+)'/gv).map(({groups}) => groups!.id!));

const none = {objects: [], members: {}, applications: []};

const membersPage = (url: URL, members: readonly Document[], pageSize: number): Answer => {
	const start = Number(url.searchParams.get('$skiptoken') ?? 0);
	const end = start + pageSize;
	const next = new URL(url);
	next.searchParams.set('$skiptoken', String(end));
	return ok({value: members.slice(start, end), ...(end < members.length && {'@odata.nextLink': next.href})});
};

/**
Answers for Microsoft Graph: only what is there, and nothing for an id that is not.
*/
export const answerDirectory = ({directory = none}: ServerFleet, {method, url, body}: Incoming): Answer => {
	const {objects, members, applications, pageSize = Infinity} = directory;
	if (method === 'POST' && url.pathname === '/v1.0/directoryObjects/getByIds') {
		const {ids} = JSON.parse(body) as {readonly ids: readonly string[]};
		return ok({value: objects.filter(({id}) => ids.includes(id))});
	}

	const group = /^\/v1\.0\/groups\/(?<id>[^\/]+)\/transitiveMembers$/v.exec(url.pathname)?.groups?.id;
	if (method === 'GET' && group !== undefined) {
		return membersPage(url, members[group] ?? [], pageSize);
	}

	const asked = quoted(url);
	switch (`${method} ${url.pathname}`) {
		case 'GET /v1.0/servicePrincipals': {
			return ok({value: objects.filter(({id}) => asked.has(id))});
		}

		case 'GET /v1.0/applications': {
			return ok({value: applications.filter(({appId}) => asked.has(String(appId)))});
		}

		default: {
			return notFound(url.pathname);
		}
	}
};
