import test from 'ava';
import {openCommand} from '../../source/terminal/browser.js';
import {linkText, safeAddress} from '../../source/terminal/links.js';

const portal = 'https://portal.azure.com/#@contoso.com/resource/subscriptions/1';

test('an https address becomes a link', t => {
	t.is(linkText('portal', portal), `\u{1B}]8;;${portal}\u{1B}\\portal\u{1B}]8;;\u{1B}\\`);
});

test('any other address leaves the text alone', t => {
	const others = [portal.replace('https', 'http'), portal.replace('https', 'javascript'), 'file:///etc/passwd', 'https://user:secret@example.com/', 'not an address', `${portal}${'x'.repeat(3000)}`];
	for (const address of others) {
		t.is(safeAddress(address), undefined);
		t.is(linkText('text', address), 'text');
	}
});

test('an address cannot end the sequence that it stands in', t => {
	const link = linkText('text', 'https://example.com/\u{1B}\\\u{7}\u{9C}x');
	t.is(link.split('\u{1B}').length - 1, 4);
	t.false(link.includes('\u{7}'));
	t.false(link.includes('\u{9C}'));
});

test('a browser opens only where somebody sits', t => {
	const here = {env: {DISPLAY: ':0'}, platform: 'linux', isRemote: false} as const;
	t.deepEqual(openCommand(portal, here), {command: 'xdg-open', arguments: [portal]});
	t.is(openCommand(portal, {...here, isRemote: true}), undefined);
	t.is(openCommand(portal, {...here, env: {}}), undefined);
	t.is(openCommand('file:///etc/passwd', here), undefined);
	t.deepEqual(openCommand(portal, {...here, env: {}, platform: 'darwin'}), {command: 'open', arguments: [portal]});
	t.deepEqual(openCommand(`${portal}&calc`, {...here, platform: 'win32'}), {command: 'rundll32.exe', arguments: ['url.dll,FileProtocolHandler', `${portal}&calc`]});
});
