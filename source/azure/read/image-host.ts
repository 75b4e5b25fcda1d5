import {intern} from './intern.js';

/**
The host that an image comes from, in small letters: the first part of its name where that has a dot or a colon, else Docker Hub.
Source: distribution/reference, its grammar and normalisation.

@returns Nothing for what names no image.
*/
export const imageHostOf = (image: string): string | undefined => {
	const text = image.trim().replace(/^[\-a-z]+:\/\//v, '');
	if (text === '' || /^sha\d+:/v.test(text)) {
		return undefined;
	}

	const slash = text.indexOf('/');
	const first = slash === -1 ? '' : text.slice(0, slash);
	return first === 'localhost' || /[.:]/v.test(first) ? intern(first.toLowerCase()) : 'docker.io';
};
