import test from 'ava';
import {
	documentFleet,
	move,
	type Document,
	type ServerFleet,
} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import {documentOf} from '../support/models.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';

const group = move(documentOf('aci/container-group-full-composed'), a1);

const logPath = `${group.id.toLowerCase()}/containers/worker/logs`;

const fleet = (): ServerFleet => ({
	...documentFleet(), containerGroups: [group], containerLogs: {[logPath]: (documentOf('aci/container-logs-composed') as {readonly content: string}).content + '2026-08-21T06:41:08Z login with password=hunter2 done\n'},
});

const question = {
	key: group.id.toLowerCase(), container: 'worker', tail: 5000, known: [],
};

test('the last lines of a container are read with one GET, for which Reader is enough, cleaned and masked', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const {lines, isWhole} = await collectors.containerLogs(signal, question);
	t.deepEqual(lines.map(({text}) => text), ['starting worker 1.4.0', 'ERROR connection refused', 'naïve 東京 abc ', 'login with password=******** done']);
	t.true(isWhole);
	const asked = server.requests.filter(({url}) => url.pathname.endsWith('/logs'));
	t.is(asked.length, 1);
	const [{method, url}] = asked as [typeof asked[number]];
	t.deepEqual([method, url.searchParams.get('tail'), url.searchParams.get('timestamps'), url.searchParams.get('api-version')], ['GET', '5000', 'true', '2023-05-01']);
	const more = await collectors.containerLogs(signal, {...question, tail: 2, known: lines.slice(0, 3).map(({code}) => code)});
	t.deepEqual([more.overlap, more.lines.length], [1, 1]);
});

test('a container that is not there, a refusal and an answer without logs are errors of the tab alone', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	await t.throwsAsync(collectors.containerLogs(signal, {...question, container: 'gone'}), {name: 'SourceError'});
	for (const [give, cause] of [[{status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}, 'denied'], [{status: 200, body: {content: 7}}, 'malformed'], [{status: 200, body: []}, 'malformed']] as const) {
		server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.endsWith('/logs'), give});
		// eslint-disable-next-line no-await-in-loop -- each with its own fault
		const error = await t.throwsAsync<Error & {readonly detail: {readonly cause: string}}>(collectors.containerLogs(signal, question));
		t.is(error?.detail.cause, cause);
	}

	server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.endsWith('/logs'), give: {status: 200, body: {}}});
	const empty = await collectors.containerLogs(signal, question);
	t.deepEqual(empty.lines, [], 'it has not written yet');
});

test('what a container is called cannot lead anywhere else', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	for (const container of ['../../x', '..', 'a/b', 'a?b=c', 'a#b', 'ü']) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await t.throwsAsync(collectors.containerLogs(signal, {...question, container}));
	}

	const odd = server.requests.filter(({url}) => url.pathname.startsWith('/subscriptions/') && !/\/containers\/[^\/]+\/logs$/v.test(url.pathname));
	t.deepEqual(odd.map(({url}) => url.pathname).filter(path => path !== '/subscriptions'), []);
	const documents: readonly Document[] = server.fleet.containerGroups ?? [];
	t.is(documents.length, 1);
});
