import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {openLog} from '../../source/log/log-file.js';
import {UsageError} from '../../source/model/usage-error.js';
import {folder} from '../cli/command.js';

test('one JSON line an event, appended, without a token or a control character', async t => {
	const file = path.join(await folder(t), 'log.jsonl');
	const token = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.c2lnbmF0dXJl';
	const first = openLog(file, '--log-file');
	first.write('error', {reason: `Bearer ${token} refused\n\u{1B}[31m`, status: 401, secret: undefined});
	first.close();
	first.write('late');
	const second = openLog(file, '--log-file');
	second.write('error', {reason: 'client_secret=hunter2 and "access_token": "abc123"'});
	second.close();
	const text = await readFile(file, 'utf8');
	const [one, two, ...rest] = text.trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
	t.deepEqual(rest, []);
	t.deepEqual({...one, at: ''}, {
		at: '', event: 'error', reason: 'Bearer [redacted] refused ', status: 401,
	});
	t.regex(String(one!.at), /^\d{4}-\d\d-\d\dT/v);
	t.notRegex(String(two!.reason), /hunter2|abc123/v);
});

test('without a file nothing is written; a path that cannot be written is a usage error', async t => {
	const none = openLog(undefined, '--log-file');
	t.notThrows(() => {
		none.write('x');
		none.close();
	});
	const there = await folder(t);
	const isFolder = t.throws(() => openLog(there, 'CROWSNEST_LOG_FILE'), {instanceOf: UsageError});
	t.is(isFolder.message, `CROWSNEST_LOG_FILE: ${there}: it is a folder; name a file that can be written.`);
	t.throws(() => openLog(path.join(there, 'gone', 'log'), '--log-file'), {instanceOf: UsageError, message: /its folder does not exist/v});
});
