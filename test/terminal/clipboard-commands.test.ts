import test from 'ava';
import {clipboardCommands} from '../../source/terminal/clipboard-commands.js';

const names = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux', text = 'x'): readonly string[] =>
	clipboardCommands(text, {env, platform}).map(({name}) => name);

test('each kind of machine has its own', t => {
	t.deepEqual(names({}, 'darwin'), ['pbcopy']);
	t.deepEqual(names({}, 'win32'), ['clip.exe', 'powershell.exe']);
	t.deepEqual(names({WSL_DISTRO_NAME: 'Ubuntu'}), ['clip.exe', 'powershell.exe']);
	t.deepEqual(names({WSL_INTEROP: '/run/WSL/8_interop', DISPLAY: ':0'}), ['clip.exe', 'powershell.exe', 'xclip', 'xsel']);
	t.deepEqual(names({WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0'}), ['wl-copy', 'xclip', 'xsel']);
	t.deepEqual(names({DISPLAY: ':0'}, 'freebsd'), ['xclip', 'xsel']);
	t.deepEqual(names({DISPLAY: '', WAYLAND_DISPLAY: ''}), []);
});

test('clip.exe, which would misread it, is not given what is not ASCII', t => {
	t.deepEqual(names({}, 'win32', 'café'), ['powershell.exe']);
	t.deepEqual(names({WSL_DISTRO_NAME: 'Ubuntu'}, 'linux', '名'), ['powershell.exe']);
});

test('the text is never an argument', t => {
	for (const platform of ['darwin', 'win32', 'linux'] as const) {
		const commands = clipboardCommands('$(secret)', {env: {DISPLAY: ':0', WAYLAND_DISPLAY: 'w'}, platform});
		t.false(JSON.stringify(commands).includes('$(secret)'));
	}
});
