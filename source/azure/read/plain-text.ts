import {sanitizeText} from '../../terminal/sanitize.js';

const blocks = /<\s*(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/ul|\/ol|\/pre)\b[^<>]*>/giv;

const listItems = /<\s*li\b[^<>]*>/giv;

const links = /<\s*a\s(?:[^<>]*\s)?href\s*=\s*["'](?<url>https:[^"'<>]*)["'][^<>]*>(?<label>[^<]*)<\s*\/a\s*>/giv;

const tags = /<\/?[!a-z][^<>]*>/giv;

const entities: ReadonlyMap<string, string> = new Map([
	['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\''], ['nbsp', ' '], ['ndash', '–'], ['mdash', '—'], ['rsquo', '’'], ['lsquo', '‘'],
]);

const decode = (whole: string, name: string): string => {
	if (!name.startsWith('#')) {
		return entities.get(name.toLowerCase()) ?? whole;
	}

	const isHexadecimal = name[1] === 'x' || name[1] === 'X';
	const point = Number.parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
	return point <= 0x10_FF_FF ? String.fromCodePoint(point) : whole;
};

/**
Turns a text that may hold HTML (Defender's remediation steps have `<br>`, `<b>` and `<a>`) into plain lines; a link
keeps its address behind its label. The result is sanitised, after entities are decoded, so that none smuggles an escape in.
*/
export const plainText = (html: string, limit?: number): string => sanitizeText(
	/[&<]/v.test(html)
		? html
			.slice(0, 65_536)
			.replaceAll(links, '$<label> ($<url>)')
			.replaceAll(blocks, '\n')
			.replaceAll(listItems, '- ')
			.replaceAll(tags, '')
			.replaceAll(/&(?<name>#?[\da-z]{1,10});/giv, (whole, name: string) => decode(whole, name))
			.replaceAll(/\n{3,}/gv, '\n\n')
			.trim()
		: html,
	limit,
);
