import {company} from '../../fleet/estate.js';
import type {Json} from '../../documents/context.js';
import {momentVersion} from '../../inside-story.js';
import type {Site} from '../../inside/site.js';
import {guidOf} from '../../random.js';
import {ok, type Answer} from '../answer.js';
import type {World} from '../world.js';
import {listPageText} from './list-page.js';
import {
	groupOf,
	listAt,
	listOfObject,
	type List,
} from './lists.js';
import {
	forbidden,
	methodNotAllowed,
	noSuchApi,
	notFound,
	unauthorized,
} from './status.js';
import {versionBody} from './version-body.js';

export type KubernetesCall = {
	readonly method: string;
	readonly url: URL;
	readonly hasToken: boolean;
	readonly hasCertificate: boolean;
};

/**
Where Entra decides who enters, a token is asked for, or a certificate as long as local accounts are on; elsewhere a certificate.
*/
const mayEnter = ({cluster}: Site, {hasToken, hasCertificate}: KubernetesCall): boolean =>
	(cluster.entra && hasToken) || (!cluster.localAccountsDisabled && hasCertificate);

const isCalled = (document: Json, {name, namespace}: {readonly name: string; readonly namespace: string | undefined}): boolean => {
	const metadata = document.metadata as {readonly name: string; readonly namespace?: string};
	return metadata.name === name && metadata.namespace === namespace;
};

const refusal = ({cluster, context: {seed}}: Site, list: List): Answer => {
	const user = cluster.azureRbac ? guidOf(seed, 'signed-in identity') : `security-reviewer@${company.domain}`;
	return forbidden(user, list.resource, groupOf(list), cluster.azureRbac);
};

/**
Answers a request to a cluster's own API, which the story may just be changing.
*/
export const answerKubernetes = (world: World, site: Site, call: KubernetesCall): Answer => {
	const {url, method} = call;
	if (!mayEnter(site, call)) {
		return unauthorized;
	}

	if (method !== 'GET') {
		return methodNotAllowed;
	}

	if (url.pathname === '/version') {
		return ok(versionBody(site));
	}

	const object = listOfObject(url.pathname);
	const list = object?.list ?? listAt(url.pathname);
	if (!list || list.isInstalled?.(site) === false) {
		return noSuchApi;
	}

	if (site.cluster.forbidden?.includes(list.resource)) {
		return refusal(site, list);
	}

	if (object !== undefined) {
		const document = list.documents(site).find(candidate => isCalled(candidate, object));
		return document === undefined ? notFound(list.resource, object.name) : ok({kind: list.kind, apiVersion: list.apiVersion, ...document});
	}

	const {moment, index} = site;
	const version = `${momentVersion(moment)} ${world.stage.clusters.isChanged(index) ? world.stage.versions.cluster : ''}`;
	const resourceVersion = 90_000_000 + (moment.node?.steppedAt ?? 0);
	const text = world.lists.text(`${index} ${url.pathname}${url.search}`, version, () => listPageText(list, list.documents(site), url.searchParams, resourceVersion));
	return {status: 200, text};
};
