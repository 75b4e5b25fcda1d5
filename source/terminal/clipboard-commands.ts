type Environment = Readonly<Record<string, string | undefined>>;

/**
A command that puts what it is fed into the clipboard of the machine that it runs on.
*/
export type ClipboardCommand = {
	readonly name: string;
	readonly arguments: readonly string[];
	/**
	On top of the program's own environment.
	*/
	readonly env?: Environment;
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

// Windows PowerShell takes what it is fed for the code page of the console, unless told.
const powershell: ClipboardCommand = {
	name: 'powershell.exe',
	arguments: [
		'-NoProfile',
		'-NonInteractive',
		'-Command',
		'[Console]::InputEncoding = [Text.UTF8Encoding]::new($false); Set-Clipboard -Value ([Console]::In.ReadToEnd())',
	],
};

/**
Clip.exe starts in a tenth of PowerShell's time, but takes what it is fed for the machine's code page, which agree in ASCII alone.
*/
const windowsCommands = (text: string): readonly ClipboardCommand[] => /^\p{ASCII}*$/v.test(text)
	? [{name: 'clip.exe', arguments: []}, powershell]
	: [powershell];

const displayCommands = (env: Environment): readonly ClipboardCommand[] => [
	// Without a type, wl-copy starts another program to guess it.
	...(isSet(env.WAYLAND_DISPLAY) ? [{name: 'wl-copy', arguments: ['--type', 'text/plain']}] : []),
	...(isSet(env.DISPLAY)
		? [
			{name: 'xclip', arguments: ['-selection', 'clipboard', '-in']},
			{name: 'xsel', arguments: ['--clipboard', '--input']},
		]
		: []),
];

/**
The clipboard commands that a machine of this kind could have for this text, the best first; whether they are there is another question.
None where there is no display.
*/
export const clipboardCommands = (text: string, {env, platform}: {
	readonly env: Environment;
	readonly platform: NodeJS.Platform;
}): readonly ClipboardCommand[] => {
	if (platform === 'darwin') {
		// Without a locale of UTF-8, as when started by launchd, pbcopy reads Mac Roman.
		// eslint-disable-next-line unicorn/text-encoding-identifier-case -- the name of a locale of macOS
		return [{name: 'pbcopy', arguments: [], env: {LC_CTYPE: 'UTF-8'}}];
	}

	if (platform === 'win32') {
		return windowsCommands(text);
	}

	// In the Windows Subsystem for Linux the person's clipboard is that of Windows.
	const isWindowsBelow = isSet(env.WSL_DISTRO_NAME) || isSet(env.WSL_INTEROP);
	return [...(isWindowsBelow ? windowsCommands(text) : []), ...displayCommands(env)];
};
