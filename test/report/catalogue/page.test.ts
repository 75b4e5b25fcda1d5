import {readFileSync} from 'node:fs';
import test from 'ava';
import {placeholderOf} from '../../../source/cli/placeholder.js';
import {checks} from '../../../source/posture/checks/index.js';
import {catalogueOf} from '../../../source/report/catalogue/entry.js';
import {cataloguePage} from '../../../source/report/catalogue/page.js';

const catalogue = catalogueOf(checks, placeholderOf);

test('docs/checks.md is the catalogue of today; if not: npm run catalogue', t => {
	const page = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
	t.true(page === cataloguePage(catalogue), 'The page is stale: npm run catalogue writes it again.');
});

test('each check has one section, reached from the table above', t => {
	const page = cataloguePage(catalogue);
	for (const {id, kind} of checks) {
		t.is(page.split(`\n### ${id}\n`).length, 2, id);
		t.true(page.includes(`[${id}](#${id})`), id);
		t.notRegex(page, new RegExp(`^## ${kind}$`, 'mv'), 'a kind has a name for people');
	}
});

test('references are links to https', t => {
	const urls = cataloguePage(catalogue).matchAll(/\]\((?<url>[^#\)][^\)]*)\)/gv).map(match => match.groups!.url!).toArray();
	t.true(urls.length > checks.length / 2);
	for (const url of urls) {
		t.is(URL.parse(url)?.protocol, 'https:', url);
	}
});
