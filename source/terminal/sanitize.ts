/**
More than this is never looked at, so that a text of megabytes costs nothing.
*/
const inputCap = 65_536;

const defaultLimit = 512;

const defaultTextLimit = 8192;

// eslint-disable-next-line regexp/no-obscure-range
const plainAscii = /^[ -~]*$/v;

// eslint-disable-next-line regexp/no-obscure-range
const plainAsciiText = /^[\n -~]*$/v;

/**
Terminal sequences as a whole: strings (OSC, DCS, SOS, PM, APC) up to their terminator, control sequences (CSI), and
short escapes; each also in its 8-bit form. A string without a terminator loses its introducer only: dropping all that
follows would hide what the name really says. No class crosses an ESC or a C1 character, which keeps the search linear.
*/
// eslint-disable-next-line no-control-regex, regexp/no-control-character, regexp/no-obscure-range
const sequences = /(?:\u{1B}[PX\]^_]|[\u{90}\u{98}\u{9D}-\u{9F}])[^\u{7}\u{1B}\u{80}-\u{9F}]*(?:\u{7}|\u{9C}|\u{1B}\\)|(?:\u{1B}\[|\u{9B})[0-?]*[ -\/]*[@-~]|\u{1B}[ -\/]*[0-~]?/gv;

const lineBreaks = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gv;

/**
Controls, format characters (bidi, zero-width, tags) and everything that is drawn as nothing (variation selectors,
fillers). Variation selectors go too, because terminals disagree on how wide they make an emoji, and a table must stay in line.
*/
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}]/gv;

const invisibleButLineFeed = /[[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}]--\n]/gv;

/**
More than two marks on one base grow over the lines above and below.
*/
const excessMarks = /(?<kept>[\p{Enclosing_Mark}\p{Nonspacing_Mark}]{2})[\p{Enclosing_Mark}\p{Nonspacing_Mark}]+/gv;

/**
A mark without a base lands on whatever stands to its left on the screen.
*/
const orphanMarks = /^[\p{Enclosing_Mark}\p{Nonspacing_Mark}]+/gmv;

const cap = (text: string, limit: number, isCut: boolean): string => {
	if (!isCut && text.length <= limit) {
		return text;
	}

	const head = text.slice(0, Math.max(0, limit - 1));
	return (head.isWellFormed() ? head : head.slice(0, -1)) + '…';
};

const clean = (text: string, limit: number, lineBreak: string, drop: RegExp): string => {
	const isCut = text.length > inputCap;
	const whole = (isCut ? text.slice(0, inputCap) : text)
		.toWellFormed()
		.replaceAll(sequences, '')
		.replaceAll(lineBreaks, () => lineBreak)
		.replaceAll('\t', ' ')
		.replaceAll(drop, '')
		.replaceAll(excessMarks, '$<kept>')
		.replaceAll(orphanMarks, '');
	return cap(whole, limit, isCut);
};

/**
Makes a name, tag or other one-line text from outside safe to draw: no control or escape sequence, no bidi control, no
invisible character, no lone surrogate, at most two combining marks on a base; line breaks become a blank.

@param text Anything that a cloud, a file or an environment sent.
@param limit The greatest length of the result in UTF-16 units; a longer one ends in `…`.
@returns The text; ordinary text (umlauts, CJK, emoji) is unchanged. Idempotent, never throws.
*/
export const sanitize = (text: string, limit = defaultLimit): string =>
	text.length <= limit && plainAscii.test(text) ? text : clean(text, limit, ' ', invisible);

/**
As `sanitize`, for descriptions, logs and other texts of several lines: line breaks of any kind become `\n`.
*/
export const sanitizeText = (text: string, limit = defaultTextLimit): string =>
	text.length <= limit && plainAsciiText.test(text) ? text : clean(text, limit, '\n', invisibleButLineFeed);
