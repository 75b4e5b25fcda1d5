import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {checkById} from '../../source/posture/checks/index.js';
import {isMet} from '../support/azure-policy.js';
import type {PolicyRow} from './policies/policy-row.js';

const folder = path.join(import.meta.dirname, 'policies');

const tables = await Promise.all(fs.readdirSync(folder).filter(name => name !== 'policy-row.ts').map(async name => {
	const {rows} = await import(`./policies/${name.replace(/\.ts$/v, '.js')}`) as {readonly rows: readonly PolicyRow[]};
	return rows;
}));

for (const {checkId, definition, version, condition, documents} of tables.flat()) {
	test(`${checkId} beside Azure Policy ${definition} ${version}`, t => {
		t.true(checkById.get(checkId)?.references.azurePolicy?.includes(definition), 'the catalogue names the definition');
		for (const {name, document, isCompliant, ours, judge, because} of documents) {
			t.is(!isMet(condition, document), isCompliant, `Azure Policy on ${name}`);
			t.is(judge().status, ours, name);
			const isSame = ours === (isCompliant ? 'pass' : 'fail');
			t.is(because === undefined, isSame, `${name}: a difference has a reason, and only a difference`);
		}

		t.true(documents.some(({isCompliant}) => isCompliant) && documents.some(({isCompliant}) => !isCompliant));
	});
}
