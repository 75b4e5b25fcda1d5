const plainWord = /^[\w.\/:@][\w,\-.\/:@]*$/v;

/**
One word for a POSIX shell (sh, bash, zsh): whatever the text holds, the shell hands it on unchanged and runs nothing.
A NUL cannot be passed to any program and is dropped.
*/
export const shellQuote = (text: string): string => {
	const word = text.replaceAll('\0', '');
	return plainWord.test(word) ? word : `'${word.replaceAll('\'', String.raw`'\''`)}'`;
};
