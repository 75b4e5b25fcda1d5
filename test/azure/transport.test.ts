import test, {type ExecutionContext} from 'ava';
import {SourceError} from '../../source/model/source-error.js';
import {publicCloud} from '../../source/azure/cloud.js';
import {largeFleet, loadDocument} from '../support/azure-server/fleet.js';
import type {Answer, Incoming} from '../support/azure-server/answer.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import type {Fault} from '../support/azure-server/server.js';

const isGraph = ({url}: Incoming): boolean => url.pathname.includes('ResourceGraph');
const asksClusters = (request: Incoming): boolean => isGraph(request) && request.body.includes('managedclusters\'');
const asksPage = (token: string) => (request: Incoming): boolean => asksClusters(request) && request.body.includes(`"$skipToken":"${token}"`);

const outcome = async (t: ExecutionContext, fault: Fault | undefined, options: Parameters<typeof openFleet>[1] = {}) => {
	const server = await startFor(t, {fleet: largeFleet(450), faults: fault ? [fault] : []});
	const opened = openFleet(server, options);
	let detail: SourceError['detail'] | undefined;
	let names: readonly string[] = [];
	try {
		const {items} = await opened.collectors.clusters(opened.signal, await opened.subscriptions());
		names = items.map(({name}) => name);
	} catch (error) {
		if (!(error instanceof SourceError)) {
			throw error;
		}

		({detail} = error);
	}

	return {
		detail, names, waits: opened.waits, clusterRequests: server.requests.filter(request => asksClusters(request)),
	};
};

test.serial('a fleet is read page by page, each cluster once', async t => {
	const {names, clusterRequests, waits} = await outcome(t, undefined);
	t.is(new Set(names).size, 450);
	t.is(names.length, 450);
	t.is(clusterRequests.length, 3);
	t.deepEqual(waits, []);
});

const throttled = loadDocument('resource-graph/error-429-rate-limiting.json') as Answer & {readonly headers: Record<string, string>};

const refusal = (headers: Readonly<Record<string, string>>): Answer => ({...throttled, headers});

test.serial('a 429 in the middle is waited out visibly, and the same page is asked again', async t => {
	const before = Date.now();
	const {names, clusterRequests, waits} = await outcome(t, {when: asksPage('200'), times: 1, give: refusal({'retry-after': '1'})});
	t.is(new Set(names).size, 450);
	t.is(clusterRequests.length, 4);
	t.is(clusterRequests[1]?.body, clusterRequests[2]?.body);
	t.true(Date.now() - before >= 1000);
	t.is(waits.length, 1);
	t.true(waits[0]!.until > before);
	t.regex(waits[0]!.reason, /asks to slow down \(RateLimiting\)/v);
});

test.serial('a 429 that does not say for how long is waited out too', async t => {
	const {names, waits} = await outcome(t, {when: asksPage('200'), times: 2, give: refusal({})});
	t.is(names.length, 450);
	t.true(waits.length <= 2);
});

test.serial('a wait that is longer than anybody wants ends the reading, with the time until when', async t => {
	const {detail, clusterRequests} = await outcome(t, {when: asksClusters, give: refusal({'retry-after': '3600'})});
	t.is(detail?.cause, 'throttled');
	t.true(detail!.retryAt! > Date.now() + 3_500_000);
	t.is(clusterRequests.length, 1);
});

test.serial('a service that refuses again and again is left alone', async t => {
	const {detail, clusterRequests} = await outcome(t, {when: asksClusters, give: refusal({})});
	t.is(detail?.cause, 'throttled');
	t.is(clusterRequests.length, 5);
});

test.serial('requests slow down before Resource Graph refuses', async t => {
	const before = Date.now();
	const {names, waits} = await outcome(t, {
		when: asksPage('200'), times: 1, give: right => ({...right, headers: {'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:03'}}),
	});
	t.is(names.length, 450);
	t.is(waits.length, 1);
	t.true(Date.now() - before >= 3000);
});

test.serial('a line that is cut, before or in the middle of an answer, and a 503 are tried again', async t => {
	const html = loadDocument('errors/recorded-503-html-body.json') as Answer;
	for (const give of ['drop', 'cut', html] as const) {
		// eslint-disable-next-line no-await-in-loop
		const {names, clusterRequests} = await outcome(t, {when: asksPage('200'), times: 1, give});
		t.is(new Set(names).size, 450);
		t.is(clusterRequests.length, 4);
	}
});

test.serial('what does not heal is one clear sentence', async t => {
	const cases: ReadonlyArray<readonly [fault: Fault['give'], cause: string, reason: RegExp]> = [
		[loadDocument('errors/recorded-503-html-body.json') as Answer, 'unreachable', /^127\.0\.0\.1:\d+ is out of order \(503, a web page in place of an answer\)\.$/v],
		['drop', 'unreachable', /dropped the connection\.$/v],
		[{status: 200, headers: {'content-type': 'text/html'}, body: '<html><body>Sign in to the guest network</body></html>'}, 'malformed', /answered a web page where Azure would answer JSON/v],
		[{status: 200, body: ''}, 'malformed', /answered nothing where Azure would answer JSON/v],
		[{status: 200, body: '{"data": [{"id":'}, 'malformed', /something that is not JSON/v],
		[{status: 200, body: []}, 'malformed', /without rows/v],
		[{status: 200, body: {data: 'rows'}}, 'malformed', /without rows/v],
		[{status: 200, body: {data: [], resultTruncated: 'true'}}, 'malformed', /left out rows/v],
		[right => ({...right, body: {...right.body as Record<string, unknown>, $skipToken: '200'}}), 'malformed', /where they were before/v],
		[{status: 302, headers: {location: 'https://evil.example/'}, body: ''}, 'unreachable', /sends elsewhere \(302\)/v],
		[loadDocument('resources/error-401-invalid-token-composed.json') as Answer, 'sign-in', /./v],
	];
	for (const [give, cause, reason] of cases) {
		// eslint-disable-next-line no-await-in-loop
		const {detail} = await outcome(t, {when: asksClusters, give});
		t.is(detail?.cause, cause as 'malformed', JSON.stringify(give));
		t.regex(detail?.reason ?? '', reason);
	}
});

test.serial('an answer that is too large is asked for in smaller pages', async t => {
	const tooLarge = loadDocument('resource-graph/error-400-response-payload-too-large-composed.json') as Answer;
	const {names, clusterRequests} = await outcome(t, {when: request => asksClusters(request) && request.body.includes('"$top":200'), give: tooLarge});
	t.is(new Set(names).size, 450);
	t.is(clusterRequests.length, 6);
});

test.serial('an answer that takes too long is given up', async t => {
	const {detail} = await outcome(t, {when: asksClusters, give: right => right, after: 5000}, {deadline: 300});
	t.is(detail?.cause, 'unreachable');
	t.regex(detail?.reason ?? '', /did not answer within 1 s/v);
});

test.serial('a reading that nobody wants any more ends at once, also while it waits', async t => {
	for (const fault of [{when: asksClusters, give: (right: Answer) => right, after: 10_000}, {when: asksClusters, give: refusal({'retry-after': '30'})}]) {
		// eslint-disable-next-line no-await-in-loop
		const server = await startFor(t, {fleet: largeFleet(10), faults: [fault]});
		const {collectors, subscriptions, waits} = openFleet(server);
		// eslint-disable-next-line no-await-in-loop
		const all = await subscriptions();
		const controller = new AbortController();
		const reading = collectors.clusters(controller.signal, all);
		const began = Date.now();
		const isUnderWay = (): boolean => waits.length > 0 || server.requests.some(request => asksClusters(request));
		while (!isUnderWay()) {
			// eslint-disable-next-line no-await-in-loop
			await new Promise(resolve => {
				setImmediate(resolve);
			});
		}

		controller.abort(new Error('enough'));
		// eslint-disable-next-line no-await-in-loop
		await t.throwsAsync(reading, {message: 'enough'});
		t.true(Date.now() - began < 5000);
	}
});

test.serial('keys get their turn between pages', async t => {
	const server = await startFor(t, {fleet: largeFleet(450)});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	let turns = 0;
	const timer = setInterval(() => {
		turns++;
	}, 1);
	await collectors.clusters(signal, all);
	clearInterval(timer);
	t.true(turns >= 3);
});

test.serial('a list never follows an address of somebody else, nor goes round in circles', async t => {
	for (const nextLink of ['https://evil.example/subscriptions?api-version=2022-12-01', '...', 42, 'same']) {
		// eslint-disable-next-line no-await-in-loop
		const server = await startFor(t);
		server.faults.push({
			when: ({url}) => url.pathname === '/subscriptions',
			give: right => ({...right, body: {...right.body as Record<string, unknown>, nextLink: nextLink === 'same' ? `${server.url}/subscriptions?api-version=2022-12-01&$skiptoken=2` : nextLink}}),
		});
		// eslint-disable-next-line no-await-in-loop
		const error = await t.throwsAsync(openFleet(server).subscriptions(), {instanceOf: SourceError});
		t.is(error?.detail.cause, 'malformed');
	}
});

test.serial('an endpoint that refuses, is not TLS or has an unknown certificate is told with the way out', async t => {
	const server = await startFor(t);
	const closed = await startFor(t);
	await closed.close();
	const cases = [
		[closed.profile, /refuses the connection/v, /proxy/v],
		[{...server.profile, certificateAuthority: undefined}, /signed by nobody that this machine trusts/v, /certificateAuthority/v],
		[{...server.profile, resourceManager: server.url.replace('127.0.0.1', 'localhost.invalid')}, /There is no host|cannot be looked up/v, /network/v],
	] as const;
	for (const [cloud, reason, remedy] of cases) {
		// eslint-disable-next-line no-await-in-loop
		const error = await t.throwsAsync(openFleet(server, {cloud: {...cloud, authorityHost: server.url}}).subscriptions(), {instanceOf: SourceError});
		t.is(error?.detail.cause, 'unreachable');
		t.regex(error?.detail.reason ?? '', reason);
		t.regex(error?.detail.remedy ?? '', remedy);
	}
});

test.serial('no request goes anywhere before a client is asked', async t => {
	const server = await startFor(t);
	openFleet(server, {cloud: {...publicCloud, authorityHost: server.url}});
	t.is(server.requests.length, 0);
});
