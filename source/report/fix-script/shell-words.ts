/**
A part of a shell line that its blanks and signs do not divide: an escaped character, or what stands between quotes. A
name never ends one: `shellQuote` puts all that is not plain between single quotes.
*/
const quoted = String.raw`\\.|'[^']*'|"(?:\\.|[^"\\])*"`;

const words = new RegExp(String.raw`(?:${quoted}|[^\s"'\\])+`, 'gsv');

const joints = new RegExp(String.raw`(?<kept>${quoted})|\s&&\s`, 'gsv');

/**
The words of a command as they are written, quotes and all.
*/
export const shellWords = (command: string): readonly string[] => command.match(words) ?? [];

/**
Commands that hang together by `&&`, one a line: under `set -e` a list goes on where any but its last command fails.
*/
export const onOwnLines = (command: string): string => command.replaceAll(joints, (_, kept: string | undefined) => kept ?? '\n');

/**
A command with the options of another that it does not have itself.
*/
export const withOptionsOf = (command: string, other: string): string => {
	const own = new Set(shellWords(command));
	const added: string[] = [];
	let isNew = false;
	for (const word of shellWords(other)) {
		// A quoted word begins with its quote, so a value never passes for an option.
		isNew = word.startsWith('-') ? !own.has(word) : isNew;
		if (isNew) {
			added.push(word);
		}
	}

	return [command, ...added].join(' ');
};
