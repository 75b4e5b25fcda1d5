import test, {type ExecutionContext} from 'ava';
import {isUnknown, valueOf} from '../../source/model/known.js';
import type {RegistryContents} from '../../source/model/registry-contents.js';
import type {Registry} from '../../source/model/registry.js';
import {collectRegistryContents, contentLimits} from '../../source/azure/collect/registry-contents.js';
import {noGrants} from '../../source/model/inside.js';
import {documentFleet} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import type {RegistryData} from '../support/azure-server/registry-data.js';
import type {AzureServer, Fault} from '../support/azure-server/server.js';
import {registryOf} from '../support/posture.js';

const digestOf = (mark: string): string => `sha256:${mark.repeat(64)}`;

const image = (mark: string, given: Readonly<Record<string, unknown>> = {}): unknown => ({
	digest: digestOf(mark),
	imageSize: 48_200_000,
	createdTime: '2026-08-04T16:05:32.8223098Z',
	lastUpdateTime: `2026-08-0${1 + (Number.parseInt(mark, 16) % 9)}T16:05:32.8223098Z`,
	architecture: 'amd64',
	os: 'linux',
	mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
	configMediaType: 'application/vnd.docker.container.image.v1+json',
	tags: [`1.${mark}`],
	...given,
});

const longName = `deep/${'n'.repeat(251)}`;

const data: RegistryData = {
	repositories: ['shop/frontend', 'base', longName, 'x'.repeat(257), '../../secrets', 'Shop/UPPER', 'a b\u{1B}[2J', 7],
	manifests: {
		'shop/frontend': [
			image('1'),
			image('2', {tags: ['2.0', 'latest']}),
			image('3', {mediaType: 'application/vnd.oci.image.index.v1+json', configMediaType: undefined, imageSize: undefined}),
			image('4', {configMediaType: 'application/vnd.cncf.notary.signature', tags: undefined}),
			image('5', {tags: [`sha256-${'2'.repeat(64)}.sig`]}),
		],
		base: [image('6', {digest: undefined, tags: ['no-digest']}), image('7', {
			digest: 'md5:abc', imageSize: -4, createdTime: 'yesterday', tags: ['\u{1B}]0;x\u{7}odd'],
		}), 'no manifest'],
		[longName]: [image('8')],
	},
	signed: [digestOf('1')],
};

type Opened = {readonly server: AzureServer; readonly registry: Registry; readonly read: (pageSize?: number) => Promise<RegistryContents>; readonly paths: () => readonly string[]};

const open = async (t: ExecutionContext, faults: readonly Fault[] = [], registryData = data): Promise<Opened> => {
	const server = await startFor(t, {fleet: {...documentFleet(), registryData}, faults});
	const {session, signal} = openFleet(server);
	const registry: Registry = {...registryOf('registry-get-standard'), loginServer: new URL(server.url).host};
	return {
		server,
		registry,
		read: async (pageSize = 100) => collectRegistryContents(session, {signal, onWait: undefined, grants: {...noGrants, registryContents: true}}, registry, {...contentLimits, pageSize}),
		paths: () => server.requests.map(({method, url}) => `${method} ${decodeURIComponent(url.pathname)}`).filter(path => !path.includes('/v2.0/')),
	};
};

test('repositories, tags and manifests come page by page after the token exchange, one token for each scope', async t => {
	const {read, paths, server} = await open(t);
	const contents = await read(2);
	const manifests = valueOf(contents.manifests)!;
	t.like(manifests[0], {
		repository: 'shop/frontend', digest: digestOf('1'), tagNames: ['1.1'], type: 'image', os: 'linux', size: 48_200_000, created: Date.parse('2026-08-04T16:05:32.822Z'),
	});
	t.deepEqual(manifests.map(({type}) => type), ['image', 'image', 'index', 'other', 'other', 'image', 'image', 'image', 'image']);
	t.is(contents.repositories, 8);
	t.true(paths().filter(path => path === 'GET /acr/v1/_catalog').length >= 4, 'a page more than once: Link leads on');
	t.true(paths().includes('POST /oauth2/exchange') && paths().includes('POST /oauth2/token'));
	const scopes = new Set(server.requests.filter(({url}) => url.pathname === '/oauth2/token').map(({body}) => new URLSearchParams(body).get('scope')));
	t.true(scopes.has('registry:catalog:*') && scopes.has('repository:shop/frontend:metadata_read'));
});

test('nothing but lists and referrers is read: no manifest, no layer, no configuration', async t => {
	const {read, paths} = await open(t);
	await read();
	t.deepEqual(paths().filter(path => !/^POST \/oauth2\/(?:exchange|token)$|^GET \/acr\/v1\/(?:_catalog|.+\/_manifests)$|^GET \/v2\/.+\/referrers\/sha256:[\da-f]{64}$/v.test(path)), []);
	t.false(paths().some(path => /\/(?:blobs|manifests)\//v.test(path)));
});

test('hostile names are counted and not asked for; a manifest without a digest is there, and says so', async t => {
	const {read, paths} = await open(t);
	const contents = await read();
	t.false(contents.isComplete, 'some repositories could not be read');
	t.true(paths().some(path => path.includes(longName)), 'a name of 256 characters is one');
	t.false(paths().some(path => path.includes('secrets') || path.includes('UPPER') || path.includes('x'.repeat(257))));
	const base = valueOf(contents.manifests)!.filter(({repository}) => repository === 'base');
	t.deepEqual(base.map(({digest}) => digest), [undefined, undefined, undefined]);
	t.like(base[1], {size: undefined, created: undefined, tagNames: ['odd']});
});

test('of a long repository the newest manifests are read, and what is cut is told', async t => {
	const {server, registry} = await open(t);
	const {session, signal} = openFleet(server);
	const readWith = async (limits: Partial<typeof contentLimits>) => collectRegistryContents(session, {signal, onWait: undefined, grants: {...noGrants, registryContents: true}}, registry, {...contentLimits, ...limits});
	const strange = {closed: 0, strange: 5, hasMore: false};
	const whole = await readWith({ofRepository: 5, pageSize: 5});
	t.deepEqual(whole.gaps, {cut: 0, most: 5, ...strange}, 'the longest has just so many');
	const cut = await readWith({ofRepository: 4, pageSize: 2});
	t.deepEqual(cut.gaps, {cut: 1, most: 4, ...strange});
	t.is(valueOf(cut.manifests)?.filter(({repository}) => repository === 'shop/frontend').length, 4);
	const few = await readWith({manifests: 3});
	t.true(few.gaps?.hasMore);
	const short = await readWith({repositories: 2, pageSize: 2});
	t.true(short.gaps?.hasMore);
});

test('signatures: by a referrer, by a tag, or none', async t => {
	const {read} = await open(t);
	const {signatures} = await read();
	t.deepEqual(valueOf(signatures)?.signed.toSorted(), ['shop/frontend:1.1', 'shop/frontend:2.0']);
	t.deepEqual(valueOf(signatures)?.unsigned.toSorted(), [`${longName}:1.8`, 'shop/frontend:1.3']);
});

test('a registry that knows no referrers: unknown, and its images are there', async t => {
	const {read} = await open(t, [{when: ({url}) => url.pathname.includes('/referrers/'), give: {status: 404, body: '404 page not found'}}]);
	const contents = await read();
	t.true(isUnknown(contents.signatures));
	t.is(valueOf(contents.manifests)?.length, 9);
});

for (const [what, when, status] of [
	['the list', '/acr/v1/_catalog', 403],
	['the exchange', '/oauth2/exchange', 401],
	['the token', '/oauth2/token', 403],
] as const) {
	test(`${what} is refused with ${status}: unknown, with the roles that help`, async t => {
		const {read} = await open(t, [{when: ({url, headers}) => url.pathname === when && (when !== '/acr/v1/_catalog' || headers.authorization !== undefined), give: {status, body: {errors: [{code: 'DENIED', message: 'requested access to the resource is denied'}]}}}]);
		const {manifests, signatures} = await read();
		t.true(isUnknown(manifests) && manifests.unknown === 'denied', JSON.stringify(manifests));
		t.regex((manifests as {readonly reason: string}).reason, /AcrPull/v);
		t.deepEqual(signatures, manifests);
	});
}

test('one repository that may not be read hides no other', async t => {
	const {read} = await open(t, [{when: ({url, headers}) => url.pathname.includes('base') && headers.authorization !== undefined, give: {status: 403, body: {errors: [{code: 'DENIED', message: 'no'}]}}}]);
	const contents = await read();
	t.is(valueOf(contents.manifests)?.length, 6);
	t.false(contents.isComplete);
});

test('a private registry without a line, a list that goes on for ever, an answer that is no list', async t => {
	const {server, read} = await open(t, [{when: ({url, headers}) => url.pathname === '/acr/v1/_catalog' && headers.authorization !== undefined, give: right => ({...right, headers: {link: '</acr/v1/_catalog?last=0&n=2>; rel="next"'}})}]);
	const endless = await read(2);
	t.like(endless.manifests, {unknown: 'malformed'});
	const strange = await open(t, [{when: ({url, headers}) => url.pathname === '/acr/v1/_catalog' && headers.authorization !== undefined, give: {status: 200, body: {repositories: 'many'}}}]);
	const odd = await strange.read();
	t.like(odd.manifests, {unknown: 'malformed'});
	const {session, signal} = openFleet(server);
	const closed: Registry = {...registryOf('registry-premium-hardened-composed'), loginServer: '127.0.0.1:1'};
	const {manifests} = await collectRegistryContents(session, {signal, onWait: undefined, grants: {...noGrants, registryContents: true}}, closed);
	t.like(manifests, {unknown: 'unreachable'});
	t.regex((manifests as {readonly reason: string}).reason, /private endpoint/v);
});

test('a list that leads to another host is not followed, and nothing is sent without a grant', async t => {
	const {server, read, registry} = await open(t, [{when: ({url, headers}) => url.pathname === '/acr/v1/_catalog' && headers.authorization !== undefined, give: right => ({...right, headers: {link: '<https://evil.example.com/acr/v1/_catalog?last=1>; rel="next"'}})}]);
	const {manifests} = await read(1);
	t.true(isUnknown(manifests), 'what lies behind it cannot be read');
	const {session, signal} = openFleet(server);
	const before = server.requests.length;
	const refused = await collectRegistryContents(session, {signal, onWait: undefined}, registry);
	t.true(isUnknown(refused.manifests));
	t.is(server.requests.length, before);
});
