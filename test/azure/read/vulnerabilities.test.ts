import test from 'ava';
import fc from 'fast-check';
import {readVulnerabilities} from '../../../source/azure/read/vulnerabilities.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Vulnerabilities} from '../../../source/model/vulnerability.js';
import {sanitize} from '../../../source/terminal/sanitize.js';
import {readDocument, type Json} from '../../support/azure-documents.js';

const {signal} = new AbortController();

const image = readDocument('security/assessment-container-image-individual-composed.json');

const assessment = (additionalData: unknown): Json => ({id: '/subscriptions/a/providers/Microsoft.Security/assessments/k', properties: {additionalData}});

const listed = async (cves: unknown, more: Json = {}): Promise<Vulnerabilities> => {
	const found = await readVulnerabilities(assessment({SoftwareName: 'libx', ...more, CvesDetails: typeof cves === 'string' ? cves : JSON.stringify(cves)}), signal);
	if (found === undefined || isUnknown(found)) {
		throw new TypeError(`no list: ${found?.reason}`);
	}

	return found;
};

test('CVEs of an image come out of the text in a finding\'s document, with the package as far as it tells', async t => {
	const found = await readVulnerabilities(image, signal) as Vulnerabilities;
	t.is(found.total, 2);
	t.like(found.items[0], {
		name: 'CVE-2024-45491', severity: 'critical', score: 9.8, package: 'libexpat1', installed: '2.4.7-1ubuntu0.2', fixedIn: '2.4.7-1ubuntu0.4', hasFix: true, exploit: 'public', published: '2024-08-30T03:15:00Z',
	});
	t.like(found.items[1], {
		name: 'CVE-2024-45490', severity: undefined, score: undefined, fixedIn: undefined, hasFix: false, exploit: 'none',
	}, 'what the package is mended by does not mend a CVE that has no fix');
});

test('members in any casing are read, and the newest CVSS tells the score', async t => {
	const found = await listed([{cveId: 'CVE-1', SEVERITY: 'HIGH', cvss: [{key: '2.0', value: {base: 10}}, {key: '3.1', value: {base: 7.5}}, {key: '4', value: {base: 99}}]}]);
	t.like(found.items[0], {name: 'CVE-1', severity: 'high', score: 7.5});
});

test('what is about no package has none; a list that cannot be read is unknown and says why', async t => {
	t.is(await readVulnerabilities(readDocument('security/assessment-get.json'), signal), undefined);
	t.is(await readVulnerabilities(null, signal), undefined);
	const untold = assessment({SoftwareName: 'x'});
	t.like(await readVulnerabilities(untold, signal), {unknown: 'not-reported'});
	for (const broken of ['[{', '{}', '7', 'null', 7, {}, ' '.repeat(16_777_217)]) {
		const document = assessment({CvesDetails: broken});
		// eslint-disable-next-line no-await-in-loop
		t.like(await readVulnerabilities(document, signal), {unknown: 'malformed'});
	}

	t.deepEqual(await listed([]), {items: [], total: 0});
});

test('of more than 10,000 the first are kept, all are counted, and the event loop is given back', async t => {
	let turns = 0;
	const count = (): void => {
		turns++;
		turn = setImmediate(count);
	};

	let turn = setImmediate(count);
	const found = await listed(Array.from({length: 12_000}, (_, index) => ({CveId: `CVE-2030-${index}`, Severity: 'Low'})));
	clearImmediate(turn);
	t.is(found.items.length, 10_000);
	t.is(found.total, 12_000);
	t.is(new Set(found.items.map(({key}) => key)).size, 10_000);
	t.true(turns > 10);
});

test('reading ends with its signal', async t => {
	const abort = new AbortController();
	const many = JSON.stringify(Array.from({length: 1000}, () => ({})));
	const document = assessment({CvesDetails: many});
	const reading = readVulnerabilities(document, abort.signal);
	abort.abort(new Error('closed'));
	await t.throwsAsync(reading, {message: 'closed'});
});

test('hostile CVEs harm nothing: texts are safe and short, and one without a name stays a row', async t => {
	const text = fc.string({unit: 'binary', maxLength: 400});
	const json = fc.jsonValue();
	const base = fc.record({Base: fc.double()});
	const cvss = fc.record({Key: json, Value: fc.oneof(base, json)});
	const cve = fc.record({
		CveId: fc.oneof(text, json),
		Severity: fc.oneof(fc.constantFrom('Critical', '\u{1B}[31m'), json),
		Cvss: fc.oneof(fc.array(cvss), json),
		FixedVersion: text,
		PublishedDate: text,
	});
	const list = fc.array(fc.oneof(json, cve));
	await fc.assert(fc.asyncProperty(list, text, async (cves, name) => {
		const {items, total} = await listed(cves, {SoftwareName: name, DetectedSoftwareVersions: JSON.stringify([name, name])});
		t.is(total, cves.length);
		for (const item of items) {
			const shown = [item.name, item.package, item.installed, item.fixedIn, item.published].filter(member => member !== undefined);
			t.true(shown.every(member => member === sanitize(member, 128) && member !== ''));
			t.true(item.score === undefined || (item.score >= 0 && item.score <= 10));
		}
	}), {numRuns: 200});
});
