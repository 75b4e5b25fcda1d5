import test from 'ava';
import {openCommand} from '../../source/terminal/browser.js';
import {safeAddress} from '../../source/terminal/links.js';

const portal = 'https://portal.azure.com/#@contoso.com/resource/subscriptions/1';

test('an https address is safe, and no other', t => {
	t.is(safeAddress(portal), portal);
	const others = [portal.replace('https', 'http'), portal.replace('https', 'javascript'), 'file:///etc/passwd', 'https://user:secret@example.com/', 'not an address', `${portal}${'x'.repeat(3000)}`];
	for (const address of others) {
		t.is(safeAddress(address), undefined);
	}
});

test('an address cannot end the sequence that it stands in', t => {
	const address = safeAddress('https://example.com/\u{1B}\\\u{7}\u{9C}x')!;
	t.true(address.startsWith('https://example.com/'));
	t.notRegex(address, /\p{Control}/v);
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
