/**
What the terminal at the other end can do, as far as the environment tells.
*/
export type Capabilities = {
	/**
	False with NO_COLOR, `--no-color` or a dumb terminal: attributes stay, colours go.
	*/
	readonly hasColour: boolean;
	/**
	True with `--ascii`, or where the locale is not UTF-8.
	*/
	readonly isAscii: boolean;
	/**
	A terminal that knows no cursor movement: no dashboard.
	*/
	readonly isDumb: boolean;
	/**
	The person sits at another machine: opening a browser here would open it where nobody looks.
	*/
	readonly isRemote: boolean;
	/**
	What stands between the program and the terminal, and has to be told to let sequences through.
	*/
	readonly multiplexer: 'none' | 'tmux' | 'screen';
	/**
	The terminal knows REP (`CSI n b`, ECMA-48 8.3.103): terminfo says so of `xterm-256color` and its kin, and of neither tmux nor screen.
	*/
	readonly canRepeat: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/**
The first of these that is set is the one that counts (POSIX, "Environment Variables", 8.2). Where none is, Windows and macOS have UTF-8.
*/
const isUtf8 = (env: Environment, platform: NodeJS.Platform): boolean => {
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(value => isSet(value));
	return locale === undefined ? platform === 'win32' || platform === 'darwin' : /utf-?8/iv.test(locale);
};

const multiplexerOf = (env: Environment): Capabilities['multiplexer'] => {
	if (isSet(env.TMUX)) {
		return 'tmux';
	}

	// Over SSH the variables stay behind, TERM does not. Both name their own terminal type after themselves; tmux calls itself screen when asked to.
	const term = env.TERM ?? '';
	if (term.startsWith('tmux')) {
		return 'tmux';
	}

	return isSet(env.STY) || term.startsWith('screen') ? 'screen' : 'none';
};

/**
Reads what the environment and the flags say. `color: false` is `--no-color`, `isAscii` is `--ascii`.
*/
export const readCapabilities = ({env, platform, color = true, isAscii = false}: {
	readonly env: Environment;
	readonly platform: NodeJS.Platform;
	readonly color?: boolean;
	readonly isAscii?: boolean;
}): Capabilities => {
	const isDumb = env.TERM === 'dumb';
	const multiplexer = multiplexerOf(env);
	return {
		// NO_COLOR counts when it is set and not empty (no-color.org).
		hasColour: color && !isDumb && !isSet(env.NO_COLOR),
		isAscii: isAscii || !isUtf8(env, platform),
		isDumb,
		isRemote: isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY) || isSet(env.SSH_CLIENT),
		multiplexer,
		canRepeat: multiplexer === 'none' && (env.TERM ?? '').startsWith('xterm-'),
	};
};
