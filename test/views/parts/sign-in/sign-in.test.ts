import test from 'ava';
import type {SignInState} from '../../../../source/model/sign-in.js';
import {signInCopy, signInLines} from '../../../../views/parts/sign-in/sign-in-lines.js';
import {brokenLine, plainTexts} from '../../../support/cells.js';
import {asciiTheme, colours} from '../../../support/theme.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const code: SignInState = {
	state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'A1B2C3D4E', expiresAt: now + (14.5 * 60_000),
};
const failed: SignInState = {
	state: 'failed',
	attempts: [
		{method: 'environment', reason: 'AZURE_CLIENT_ID is not set.', remedy: 'export AZURE_CLIENT_ID=...'},
		{method: 'azure-cli', reason: 'The Azure CLI is not signed in.', remedy: 'az login'},
	],
};

test('a device code stands alone on its line, with its page and how long it is good', t => {
	for (const width of [60, 80, 120, 200]) {
		const lines = plainTexts(signInLines(code, width, now, colours));
		t.true(lines.includes('  https://microsoft.com/devicelogin'));
		t.true(lines.some(line => /^ {2}│ {2}A1B2C3D4E {2}│$/v.test(line)));
		t.regex(lines.join(' '), /good for 14 min/v);
		t.is(brokenLine(signInLines(code, width, now, colours), width), undefined);
	}

	t.is(signInCopy(code), 'A1B2C3D4E');
	t.regex(plainTexts(signInLines({...code, expiresAt: now - 1}, 80, now, colours)).join(' '), /has expired/v);
});

test('a failure says what was tried, why each failed, and what would help', t => {
	for (const width of [60, 80, 120, 200]) {
		const text = plainTexts(signInLines(failed, width, now, asciiTheme)).join('\n');
		t.regex(text, /Azure CLI\n {2}The Azure CLI is not signed in\.\n {2}what would help: az login/v);
		t.regex(text, /AZURE_CLIENT_ID is not set/v);
		t.is(brokenLine(signInLines(failed, width, now, asciiTheme), width), undefined);
	}

	t.is(signInCopy(failed), 'export AZURE_CLIENT_ID=...');
});

test('nothing is drawn while there is nothing to say', t => {
	t.deepEqual(signInLines({state: 'none'}, 80, now, colours), []);
	t.is(signInCopy({state: 'none'}), undefined);
});
