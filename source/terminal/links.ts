import {sanitize} from './sanitize.js';

/**
Longer addresses are cut off by terminals (VTE and iTerm2: 2,083 bytes).
*/
const longestAddress = 2083;

/**
The address as it may be sent to a terminal: https only, without credentials, every character that could end the sequence encoded. `undefined` when it is none.
*/
export const safeAddress = (address: string): string | undefined => {
	if (!URL.canParse(address)) {
		return undefined;
	}

	const url = new URL(address);
	if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
		return undefined;
	}

	return url.href.length <= longestAddress && sanitize(url.href, longestAddress) === url.href ? url.href : undefined;
};
