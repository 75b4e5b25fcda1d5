/**
UTF-16 units, as Kusto counts them.
*/
const escapeMark = (mark: string): string =>
	Array.from({length: mark.length}, (_, index) => String.raw`\u${mark.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''); // eslint-disable-line unicorn/prefer-code-point

/**
A text as a literal of Kusto's query language. Everything but letters, digits and the marks that Azure's ids are made of
is written as an escape, so that no id can end its literal.
*/
export const kqlLiteral = (text: string): string =>
	`'${text.replaceAll(/[^\d\p{Alphabetic} $\(\)\-.\/:@_~]/gv, mark => escapeMark(mark))}'`;

/**
The text that a literal of `kqlLiteral` stands for.
*/
export const readKqlLiteral = (literal: string): string =>
	literal.slice(1, -1).replaceAll(/\\u(?<code>[\da-f]{4})/gv, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))); // eslint-disable-line unicorn/prefer-code-point
