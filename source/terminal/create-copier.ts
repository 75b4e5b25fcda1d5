import type {Capabilities} from './capabilities.js';
import {clipboardCommands, type ClipboardCommand} from './clipboard-commands.js';
import type {ClipboardWay} from './clipboard-way.js';
import {characterCount, copyText} from './clipboard.js';
import {feedCommand} from './feed-command.js';
import {findCommand} from './find-command.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
What became of a text that was to be copied, in a sentence for a person: known at once, or `later` with what to say meanwhile (where `later`
gives `undefined`, a newer copy has taken its place). `undefined`: no clipboard is to be used, so the text is to be shown alone.
*/
export type CopyOutcome = string | {readonly now: string; readonly later: Promise<string | undefined>} | undefined;

/**
The same outcome in other words.
*/
export const describeOutcome = (outcome: CopyOutcome, describe: (message: string) => string): CopyOutcome => {
	if (outcome === undefined || typeof outcome === 'string') {
		return outcome === undefined ? undefined : describe(outcome);
	}

	const later = async (): Promise<string | undefined> => {
		const message = await outcome.later;
		return message === undefined ? undefined : describe(message);
	};

	return {now: outcome.now, later: later()};
};

export type CopierOptions = {
	readonly way: ClipboardWay;
	readonly capabilities: Pick<Capabilities, 'isRemote' | 'multiplexer'>;
	readonly env: Environment;
	readonly platform: NodeJS.Platform;
	/**
	Sends a sequence to the terminal.
	*/
	readonly send: (sequence: string) => void;
	/**
	Milliseconds that a clipboard command may take.

	@default 3000
	*/
	readonly limit?: number;
};

type Try = {readonly by: string} | {readonly reasons: readonly string[]};

/**
Where a text goes: `either` is natively if a command takes it, else by OSC 52.
*/
export const routeOf = (way: ClipboardWay, {isRemote, multiplexer}: CopierOptions['capabilities'], hasCommands: boolean): 'either' | Exclude<ClipboardWay, 'auto'> => {
	if (way !== 'auto') {
		return way;
	}

	// Whoever looks through SSH or a multiplexer may sit elsewhere; only their terminal knows where.
	return isRemote || multiplexer !== 'none' || !hasCommands ? 'osc52' : 'either';
};

/**
Makes what copies a text. A newer copy stops one that is still under way, so that the last one is what the clipboard keeps.
*/
export const createCopier = ({way, capabilities, env, platform, send, limit = 3000}: CopierOptions) => {
	let latest: AbortController | undefined;

	const byTerminal = (text: string): string => {
		const copied = copyText(text, capabilities.multiplexer);
		if (copied.isCopied) {
			send(copied.sequence);
		}

		return copied.message;
	};

	const tryCommands = async (text: string, commands: readonly ClipboardCommand[], signal: AbortSignal): Promise<Try> => {
		const reasons: string[] = [];
		/* eslint-disable no-await-in-loop -- the next only where the one before did not take it */
		for (const command of commands) {
			const file = await findCommand(command.name, {env, platform});
			if (signal.aborted) {
				break;
			}

			if (file === undefined) {
				continue;
			}

			const fed = await feedCommand(file, {
				arguments: command.arguments, env: {...env, ...command.env}, text, limit, signal,
			});
			if (fed.isFed) {
				return {by: command.name};
			}

			reasons.push(`${command.name}: ${fed.reason}`);
		}
		/* eslint-enable no-await-in-loop */

		return {reasons};
	};

	const copyNatively = async (text: string, {commands, isEither, signal}: {
		readonly commands: readonly ClipboardCommand[];
		readonly isEither: boolean;
		readonly signal: AbortSignal;
	}): Promise<string | undefined> => {
		const tried = await tryCommands(text, commands, signal);
		if (signal.aborted) {
			return undefined;
		}

		if ('by' in tried) {
			return `${characterCount(text)} by ${tried.by}`;
		}

		const reasons = tried.reasons.join('; ');
		return isEither
			? `${byTerminal(text)}${reasons === '' ? '' : ` (${reasons})`}`
			: `Not copied: ${reasons === '' ? `none of ${commands.map(({name}) => name).join(', ')} is here` : reasons}`;
	};

	return (text: string): CopyOutcome => {
		latest?.abort();
		const commands = clipboardCommands(text, {env, platform});
		const route = routeOf(way, capabilities, commands.length > 0);
		if (route === 'screen') {
			return undefined;
		}

		if (route === 'osc52') {
			return byTerminal(text);
		}

		if (commands.length === 0) {
			return 'Not copied: neither WAYLAND_DISPLAY nor DISPLAY is set';
		}

		latest = new AbortController();
		const {signal} = latest;
		return {now: `Copying ${characterCount(text)}`, later: copyNatively(text, {commands, isEither: route === 'either', signal})};
	};
};
