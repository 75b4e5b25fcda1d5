/**
Everything that a key can do. What is not built is not listed.
*/
export type Action =
	| 'move-up' | 'move-down' | 'move-top' | 'move-bottom'
	| 'page-up' | 'page-down' | 'half-page-up' | 'half-page-down'
	| 'open' | 'back' | 'quit' | 'suspend'
	| 'pane-1' | 'pane-2' | 'pane-3' | 'pane-4' | 'pane-5' | 'pane-6' | 'pane-7' | 'pane-8' | 'pane-9' | 'next-pane' | 'previous-pane' | 'full-screen'
	| 'history-back' | 'history-forward' | 'last-place'
	| 'go-to' | 'filter' | 'pin-filter' | 'next-match' | 'previous-match'
	| 'sort-previous' | 'sort-next' | 'sort-order'
	| 'scroll-left' | 'scroll-right' | 'wide' | 'only-wrong'
	| 'mark' | 'mark-range' | 'clear-marks'
	| 'describe' | 'document' | 'vulnerabilities' | 'explain' | 'worklist' | 'group'
	| 'copy-id' | 'copy-fix' | 'write-fixes' | 'accept' | 'portal'
	| 'refresh' | 'refresh-all' | 'pause'
	| 'changes' | 'timeline' | 'look-inside'
	| 'notices' | 'help';

/**
Where a binding is alive: `table` for rows, `drill` for the tabs of a resource, `text` for what only scrolls.
*/
export type KeyContext = 'table' | 'drill' | 'text' | 'header';

export type BindingGroup = 'Move' | 'Open' | 'Find' | 'Table' | 'Act' | 'Session';

export type Binding = {
	readonly action: Action;
	/**
	Names of chords: `j`, `G`, `ctrl-f`, `shift-left`, `enter`, `pageup`. The first is shown.
	*/
	readonly keys: readonly string[];
	readonly label: string;
	readonly group: BindingGroup;
	/**
	Absent: alive everywhere.
	*/
	readonly contexts?: readonly KeyContext[];
	/**
	Word for the hints at the bottom; absent: only in the help.
	*/
	readonly hint?: string;
	/**
	Where the hint is worth its room, if not wherever the key is alive.
	*/
	readonly hintContexts?: readonly KeyContext[];
};

/**
The one table of keys: the handler, the hints, the help and the readme read it.
Ctrl-z hands the terminal back to the shell here as everywhere, so 'only what is wrong' is on z.
*/
export const bindings: readonly Binding[] = [
	{
		action: 'open', keys: ['enter'], label: 'Open what the cursor stands on', group: 'Open', hint: 'open', contexts: ['table', 'drill', 'header'],
	},
	{
		action: 'back', keys: ['esc', 'q'], label: 'Back one step; q on the overview quits', group: 'Open', hint: 'back',
	},
	{
		action: 'filter', keys: ['/'], label: 'Filter rows, search text', group: 'Find', hint: 'filter', hintContexts: ['table', 'drill', 'text'],
	},
	{
		action: 'go-to', keys: [':', 'ctrl-p'], label: 'Go to anything', group: 'Find', hint: 'go to',
	},
	{
		action: 'copy-id', keys: ['c'], label: 'Copy the id (of every marked row); again: show it alone', group: 'Act', hint: 'copy', hintContexts: ['table', 'drill'],
	},
	{
		action: 'copy-fix', keys: ['F'], label: 'Copy the command that fixes it; with marks: one script', group: 'Act', hint: 'fix', hintContexts: ['table', 'drill'],
	},
	{
		action: 'write-fixes', keys: ['W'], label: 'Write one script that fixes all that is marked, to review', group: 'Act', contexts: ['table', 'drill'],
	},
	{
		action: 'accept', keys: ['a'], label: 'Copy the entry that accepts this failure as a risk', group: 'Act', contexts: ['table', 'drill'],
	},
	{
		action: 'changes', keys: ['w'], label: 'What is new, fixed or reopened, and why the score moved', group: 'Open', hint: 'changes', hintContexts: ['table'],
	},
	{
		action: 'timeline', keys: ['T'], label: 'Time line of the resource', group: 'Open', contexts: ['table', 'drill', 'text'],
	},
	{
		action: 'look-inside', keys: ['I'], label: 'Look inside the cluster, or into registries, by more than Reader', group: 'Open', contexts: ['table', 'drill', 'text'],
	},
	{
		action: 'portal', keys: ['o'], label: 'Open in the portal; over SSH the link is copied', group: 'Act', hint: 'portal', hintContexts: ['drill'],
	},
	{
		action: 'help', keys: ['?'], label: 'Every key', group: 'Session', hint: 'help',
	},

	{
		action: 'move-up', keys: ['k', 'up'], label: 'Up', group: 'Move',
	},
	{
		action: 'move-down', keys: ['j', 'down'], label: 'Down', group: 'Move',
	},
	{
		action: 'move-top', keys: ['g', 'home'], label: 'Top', group: 'Move',
	},
	{
		action: 'move-bottom', keys: ['G', 'end'], label: 'Bottom', group: 'Move',
	},
	{
		action: 'page-up', keys: ['pageup', 'ctrl-b'], label: 'Page up', group: 'Move',
	},
	{
		action: 'page-down', keys: ['pagedown', 'ctrl-f'], label: 'Page down', group: 'Move',
	},
	{
		action: 'half-page-up', keys: ['ctrl-u'], label: 'Half a page up', group: 'Move',
	},
	{
		action: 'half-page-down', keys: ['ctrl-d'], label: 'Half a page down', group: 'Move',
	},
	{
		action: 'scroll-left', keys: ['h', 'left'], label: 'Columns, tabs or text to the left', group: 'Move',
	},
	{
		action: 'scroll-right', keys: ['l', 'right'], label: 'Columns, tabs or text to the right', group: 'Move',
	},

	{
		action: 'pane-1', keys: ['1'], label: 'Clusters; first tab', group: 'Open',
	},
	{
		action: 'pane-2', keys: ['2'], label: 'Node pools; second tab', group: 'Open',
	},
	{
		action: 'pane-3', keys: ['3'], label: 'Registries; third tab', group: 'Open',
	},
	{
		action: 'pane-4', keys: ['4'], label: 'Defender findings; fourth tab', group: 'Open',
	},
	{
		action: 'pane-5', keys: ['5'], label: 'Fifth tab', group: 'Open', contexts: ['drill'],
	},
	{
		action: 'pane-6', keys: ['6'], label: 'Sixth tab', group: 'Open', contexts: ['drill'],
	},
	{
		action: 'pane-7', keys: ['7'], label: 'Seventh tab', group: 'Open', contexts: ['drill'],
	},
	{
		action: 'pane-8', keys: ['8'], label: 'Eighth tab', group: 'Open', contexts: ['drill'],
	},
	{
		action: 'pane-9', keys: ['9'], label: 'Ninth tab', group: 'Open', contexts: ['drill'],
	},
	{
		action: 'next-pane', keys: ['tab'], label: 'Next pane or tab', group: 'Open',
	},
	{
		action: 'previous-pane', keys: ['shift-tab'], label: 'Previous pane or tab', group: 'Open',
	},
	{
		action: 'full-screen', keys: ['f'], label: 'This pane on the whole screen, and back', group: 'Open', contexts: ['table'],
	},
	{
		action: 'describe', keys: ['d'], label: 'Overview of the resource', group: 'Open', contexts: ['table', 'drill'],
	},
	{
		action: 'document', keys: ['y'], label: 'Raw document as YAML; again: JSON', group: 'Open', contexts: ['table', 'drill'],
	},
	{
		action: 'vulnerabilities', keys: ['v'], label: 'Vulnerabilities: the CVEs of a finding, the findings of a cluster or registry', group: 'Open', contexts: ['table', 'drill'],
	},
	{
		action: 'explain', keys: ['X'], label: 'Explain the verdict: every piece of evidence, each with its document', group: 'Open', contexts: ['table', 'drill'], hint: 'why', hintContexts: ['drill'],
	},
	{
		action: 'worklist', keys: ['6'], label: 'Worklist: what to mend first', group: 'Open', contexts: ['table', 'text', 'header'], hint: 'todo', hintContexts: ['table'],
	},
	{
		action: 'history-back', keys: ['['], label: 'Back in the history of places', group: 'Open',
	},
	{
		action: 'history-forward', keys: [']'], label: 'Forward in the history of places', group: 'Open',
	},
	{
		action: 'last-place', keys: ['-'], label: 'The place before this one', group: 'Open',
	},

	{
		action: 'next-match', keys: ['n'], label: 'Next match in text', group: 'Find', contexts: ['drill', 'text'],
	},
	{
		action: 'previous-match', keys: ['N'], label: 'Previous match in text', group: 'Find', contexts: ['drill', 'text'],
	},
	{
		action: 'pin-filter', keys: ['P'], label: 'Pin the filter: it stays for every kind; esc twice clears it', group: 'Find', contexts: ['table'],
	},
	{
		action: 'only-wrong', keys: ['z'], label: 'Only what is wrong', group: 'Find', contexts: ['table'],
	},

	{
		action: 'sort-previous', keys: ['shift-left', '<'], label: 'Sort by the column to the left', group: 'Table', contexts: ['table'],
	},
	{
		action: 'sort-next', keys: ['shift-right', '>'], label: 'Sort by the column to the right', group: 'Table', contexts: ['table'],
	},
	{
		action: 'sort-order', keys: ['O'], label: 'Turn the order of the sort', group: 'Table', contexts: ['table'],
	},
	{
		action: 'group', keys: ['b'], label: 'Group the worklist, or the Services, another way or not; logs of another container', group: 'Table', contexts: ['table', 'drill'],
	},
	{
		action: 'wide', keys: ['ctrl-w'], label: 'Columns at their full width; lines of a text broken', group: 'Table', contexts: ['table', 'drill', 'text'],
	},
	{
		action: 'mark', keys: ['space'], label: 'Mark the row', group: 'Table', contexts: ['table', 'drill'],
	},
	{
		action: 'mark-range', keys: ['ctrl-space'], label: 'Mark from the last mark to here', group: 'Table', contexts: ['table'],
	},
	{
		action: 'clear-marks', keys: ['ctrl-\\'], label: 'Clear the marks', group: 'Table', contexts: ['table', 'drill'],
	},

	{
		action: 'refresh', keys: ['ctrl-r'], label: 'Read this pane again', group: 'Session',
	},
	{
		action: 'refresh-all', keys: ['R'], label: 'Read everything that is missing or old again', group: 'Session',
	},
	{
		action: 'pause', keys: ['p'], label: 'Pause polling, and go on', group: 'Session',
	},
	{
		action: 'notices', keys: ['!'], label: 'Errors, notices and what could not be read', group: 'Session',
	},
	{
		action: 'suspend', keys: ['ctrl-z'], label: 'Back to the shell; fg returns', group: 'Session',
	},
	{
		action: 'quit', keys: ['ctrl-c'], label: 'Quit, like :q', group: 'Session',
	},
];

/**
The parts of Ink's key that a chord is made of.
*/
export type PressedKey = {
	readonly upArrow: boolean; readonly downArrow: boolean; readonly leftArrow: boolean; readonly rightArrow: boolean;
	readonly pageUp: boolean; readonly pageDown: boolean; readonly home: boolean; readonly end: boolean;
	readonly return: boolean; readonly escape: boolean; readonly tab: boolean; readonly backspace: boolean; readonly delete: boolean;
	readonly ctrl: boolean; readonly shift: boolean; readonly meta: boolean;
};

const specialKeys: ReadonlyArray<readonly [keyof PressedKey, string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/**
Names a key press as the table of keys does; `undefined` for what is no single key (a paste, rubbish).
*/
export const chordOf = (input: string, key: PressedKey): string | undefined => {
	const special = specialKeys.find(([name]) => key[name]);
	if (special) {
		const name = special[1];
		return name === 'esc' || name === 'enter' ? name : `${key.ctrl ? 'ctrl-' : ''}${key.shift ? 'shift-' : ''}${name}`;
	}

	if (key.meta || [...input].length !== 1) {
		return undefined;
	}

	if (key.ctrl) {
		return input === ' ' || input === '`' ? 'ctrl-space' : `ctrl-${input}`;
	}

	if (input === '\u{0}') {
		return 'ctrl-space';
	}

	if (input === '\u{1C}') {
		return 'ctrl-\\';
	}

	return input === ' ' ? 'space' : input;
};

const index = new Map<string, Binding[]>();
for (const binding of bindings) {
	for (const key of binding.keys) {
		index.set(key, [...(index.get(key) ?? []), binding]);
	}
}

/**
What a chord does in a context; a binding made for the context comes before one that is alive everywhere.
*/
export const actionFor = (chord: string, context: KeyContext): Action | undefined => {
	const candidates = index.get(chord) ?? [];
	const found = candidates.find(binding => binding.contexts?.includes(context)) ?? candidates.find(binding => binding.contexts === undefined);
	return found?.action;
};

const shownNames: Readonly<Record<string, string>> = {
	enter: '⏎', up: '↑', down: '↓', left: '←', right: '→', pageup: 'PgUp', pagedown: 'PgDn',
};
const asciiNames: Readonly<Record<string, string>> = {
	enter: 'RET', up: 'Up', down: 'Down', left: 'Left', right: 'Right', pageup: 'PgUp', pagedown: 'PgDn',
};

/**
A chord as a person reads it: `ctrl-f`, `⏎`, `shift-←`.
*/
export const showChord = (chord: string, isAscii: boolean): string => {
	const names = isAscii ? asciiNames : shownNames;
	const at = chord.lastIndexOf('-');
	const prefix = at > 0 ? chord.slice(0, at + 1) : '';
	const name = at > 0 ? chord.slice(at + 1) : chord;
	return prefix + (names[name] ?? name);
};

/**
Hints for the bottom line in a context: first key and word.
*/
export const hintsFor = (context: KeyContext): ReadonlyArray<{readonly chord: string; readonly word: string}> =>
	bindings
		.filter(({hint, contexts, hintContexts = contexts}) => hint !== undefined && (hintContexts?.includes(context) ?? true))
		.map(binding => ({chord: binding.keys[0]!, word: binding.hint!}));
