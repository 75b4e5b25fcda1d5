/**
Keys by name, as a terminal sends them.
*/
const named: Readonly<Record<string, string>> = {
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	pageup: '\u{1B}[5~',
	pagedown: '\u{1B}[6~',
	delete: '\u{1B}[3~',
	enter: '\r',
	esc: '\u{1B}',
	tab: '\t',
	'shift+tab': '\u{1B}[Z',
	'shift+left': '\u{1B}[1;2D',
	'shift+right': '\u{1B}[1;2C',
	space: ' ',
	backspace: '\u{7F}',
	'ctrl+space': '\0',
};

/**
What a terminal sends for a key: a name (`up`, `pagedown`, `enter`, `ctrl+f`), or the text itself.
*/
export const keyBytes = (key: string): string => {
	const name = key.toLowerCase();
	if (named[name] !== undefined) {
		return named[name];
	}

	const control = /^ctrl\+(?<letter>[\\a-z])$/v.exec(name)?.groups?.letter;
	return control === undefined ? key : String.fromCodePoint(control.codePointAt(0)! % 32);
};
