import {
	failure,
	notFound,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';
import type {Document, ServerFleet} from './fleet.js';
import {page} from './page.js';

const below = (documents: readonly Document[] | undefined, path: string): readonly Document[] =>
	(documents ?? []).filter(({id}) => id.toLowerCase().startsWith(`${path.toLowerCase()}/`));

/**
Azure takes a time and a resource, and no other filter.
*/
const answerActivity = (fleet: ServerFleet, incoming: Incoming): Answer => {
	const filter = incoming.url.searchParams.get('$filter') ?? '';
	const {since = '', about = ''} = /^eventTimestamp ge '(?<since>[^']+)' and resourceUri eq '(?<about>(?:[^']|'')+)'$/v.exec(filter)?.groups ?? {};
	if (since === '') {
		return failure(400, 'BadRequest', `The filter ${filter} is not supported.`);
	}

	const resource = about.replaceAll('\'\'', '\'').toLowerCase();
	return page(incoming, (fleet.activity ?? []).filter(({resourceId, eventTimestamp}) =>
		String(resourceId).toLowerCase() === resource && Date.parse(String(eventTimestamp)) >= Date.parse(since)));
};

/**
Answers what is asked about one resource alone: its diagnostic settings, its activity log, a cluster's maintenance windows, a key of a
vault, what lies below a registry. Nothing for any other path.
*/
export const answerRecords = (fleet: ServerFleet, incoming: Incoming, path: string): Answer | undefined => {
	if (/\/providers\/microsoft\.insights\/diagnosticsettings$/iv.test(path)) {
		return ok({value: below(fleet.diagnosticSettings, path)});
	}

	if (/\/providers\/microsoft\.insights\/eventtypes\/management\/values$/iv.test(path)) {
		return answerActivity(fleet, incoming);
	}

	if (/\/maintenanceconfigurations$/iv.test(path)) {
		return page(incoming, below(fleet.maintenanceConfigurations, path));
	}

	if (/\/registries\/[^\/]+\/listusages$/iv.test(path)) {
		return ok(fleet.registryUsages ?? {value: []});
	}

	if (/\/registries\/[^\/]+\/(?:tokens|scopemaps|cacherules|credentialsets|connectedregistries|replications|webhooks)$/iv.test(path)) {
		return page(incoming, below([...fleet.registryChildren ?? [], ...fleet.registryRecords ?? []], path));
	}

	if (/\/vaults\/[^\/]+\/keys\/[^\/]+$/iv.test(path)) {
		const key = (fleet.vaultKeys ?? []).find(({id}) => id.toLowerCase() === path.toLowerCase());
		return key ? ok(key) : notFound(path);
	}

	return undefined;
};
