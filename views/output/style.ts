/**
How a cell looks: what SGR and OSC 8 set. Two styles are the same when their keys are.
*/
export type Style = {
	readonly key: string;
	/**
	SGR codes that are on, in ascending order: 1 bold, 2 dim, 3 italic, 4 underline, 5 blink, 7 inverse, 8 hidden, 9 struck through, 21 double underline, 53 overline.
	*/
	readonly attributes: readonly number[];
	/**
	SGR parameters (`31`, `38;5;208`, `38;2;1;2;3`); empty for the terminal's own colour.
	*/
	readonly foreground: string;
	readonly background: string;
	readonly underlineColour: string;
	/**
	Parameters and address of an OSC 8 link; empty for none.
	*/
	readonly link: string;
};

type Look = Omit<Style, 'key'>;

/**
What ends an attribute. Bold and dim end together, and so do the two underlines.
*/
const endOf: ReadonlyMap<number, number> = new Map([[1, 22], [2, 22], [3, 23], [4, 24], [21, 24], [5, 25], [7, 27], [8, 28], [9, 29], [53, 55]]);

const isEnd: ReadonlySet<number> = new Set(endOf.values());

/**
More styles than a screen has cells are only met when each row brings links or colours of its own; forgetting them costs nothing but the making.
*/
const cacheLimit = 4096;

const known = new Map<string, Style>();

const styleOf = ({attributes, foreground, background, underlineColour, link}: Look): Style => {
	const key = `${attributes.join(';')}|${foreground}|${background}|${underlineColour}|${link}`;
	const found = known.get(key);
	if (found !== undefined) {
		return found;
	}

	if (known.size >= cacheLimit) {
		known.clear();
	}

	const style: Style = {
		key, attributes, foreground, background, underlineColour, link,
	};
	known.set(key, style);
	return style;
};

export const defaultStyle: Style = styleOf({
	attributes: [], foreground: '', background: '', underlineColour: '', link: '',
});

export const isSameStyle = (left: Style, right: Style): boolean => left === right || left.key === right.key;

/**
Attributes that show on a blank: underlines, blinking, inverse, struck through, overline.
*/
const shownOnBlanks: ReadonlySet<number> = new Set([4, 5, 7, 9, 21, 53]);

const blankKeys = new WeakMap<Style, string>();

const blankKey = (style: Style): string => {
	let key = blankKeys.get(style);
	if (key === undefined) {
		key = style.attributes.some(code => shownOnBlanks.has(code)) ? style.key : `${style.background}|${style.link}`;
		blankKeys.set(style, key);
	}

	return key;
};

/**
Says whether a blank looks the same in both styles: nobody sees the colour of no letter.
*/
export const isSameOnBlanks = (left: Style, right: Style): boolean => left === right || blankKey(left) === blankKey(right);

const isColour = (code: number): boolean => (code >= 30 && code <= 37) || (code >= 90 && code <= 97);

const withAttribute = (look: Look, code: number): Look => ({
	...look,
	attributes: look.attributes.includes(code)
		? look.attributes
		: [...look.attributes.filter(other => !(code === 4 && other === 21) && !(code === 21 && other === 4)), code].toSorted((left, right) => left - right),
});

/**
The parameters of an extended colour that begins at `index`, and how many there are; nothing when it is not complete.
*/
const extendedColour = (codes: readonly string[], index: number): readonly string[] | undefined => {
	const length = codes[index + 1] === '5' ? 3 : (codes[index + 1] === '2' ? 5 : 0);
	return length > 0 && index + length <= codes.length ? codes.slice(index, index + length) : undefined;
};

const applied = (start: Look, parameters: string): Look => {
	const codes = parameters.split(';');
	let look = start;
	for (let index = 0; index < codes.length; index++) {
		const code = Number(codes[index]);
		if (code === 0) {
			look = {...defaultStyle, link: look.link};
		} else if (endOf.has(code)) {
			look = withAttribute(look, code);
		} else if (isEnd.has(code)) {
			look = {...look, attributes: look.attributes.filter(attribute => endOf.get(attribute) !== code)};
		} else if ([38, 48, 58].includes(code)) {
			const colour = extendedColour(codes, index);
			if (colour === undefined) {
				break;
			}

			index += colour.length - 1;
			look = {...look, [code === 38 ? 'foreground' : (code === 48 ? 'background' : 'underlineColour')]: colour.join(';')};
		} else if (code === 39 || isColour(code)) {
			look = {...look, foreground: code === 39 ? '' : String(code)};
		} else if (code === 49 || isColour(code - 10)) {
			look = {...look, background: code === 49 ? '' : String(code)};
		} else if (code === 59) {
			look = {...look, underlineColour: ''};
		}
	}

	return look;
};

const applications = new Map<string, Style>();

/**
The style after `CSI parameters m`. Codes that this program does not know change nothing.
*/
export const applySgr = (style: Style, parameters: string): Style => {
	const key = `${parameters}m${style.key}`;
	const found = applications.get(key);
	if (found !== undefined) {
		return found;
	}

	if (applications.size >= cacheLimit) {
		applications.clear();
	}

	const next = styleOf(applied(style, parameters));
	applications.set(key, next);
	return next;
};

/**
The style within `OSC 8 ; link ST`; `;` ends a link.
*/
export const applyLink = (style: Style, link: string): Style => styleOf({...style, link: link.endsWith(';') ? '' : link});

const colourCodes = (from: string, to: string, end: string): string[] => (from === to ? [] : [to === '' ? end : to]);

const setCodes = (to: Style): string[] =>
	[...to.attributes.map(String), to.foreground, to.background, to.underlineColour].filter(code => code !== '');

const changeCodes = (from: Style, to: Style): string[] => {
	const ends = new Set(from.attributes.filter(code => !to.attributes.includes(code)).map(code => endOf.get(code)!));
	const starts = to.attributes.filter(code => !from.attributes.includes(code) || ends.has(endOf.get(code)!));
	return [
		...[...ends].map(String),
		...starts.map(String),
		...colourCodes(from.foreground, to.foreground, '39'),
		...colourCodes(from.background, to.background, '49'),
		...colourCodes(from.underlineColour, to.underlineColour, '59'),
	];
};

const transitions = new Map<string, string>();

/**
The shortest codes that turn one style into another; empty when they are the same.
*/
export const transition = (from: Style, to: Style): string => {
	if (isSameStyle(from, to)) {
		return '';
	}

	const key = `${from.key}\n${to.key}`;
	const found = transitions.get(key);
	if (found !== undefined) {
		return found;
	}

	if (transitions.size >= cacheLimit) {
		transitions.clear();
	}

	const change = changeCodes(from, to).join(';');
	const set = setCodes(to);
	const afresh = set.length === 0 ? '' : `0;${set.join(';')}`;
	const codes = change === '' ? '' : `\u{1B}[${afresh.length < change.length ? afresh : change}m`;
	const text = codes + (from.link === to.link ? '' : `\u{1B}]8;${to.link === '' ? ';' : to.link}\u{1B}\\`);
	transitions.set(key, text);
	return text;
};
