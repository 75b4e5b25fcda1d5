import {spawn} from 'node:child_process';
import type {Capabilities} from './capabilities.js';
import {safeAddress} from './links.js';

type Environment = Readonly<Record<string, string | undefined>>;

export type OpenCommand = {readonly command: string; readonly arguments: readonly string[]};

/**
The command that opens an address in a browser at this machine; `undefined` where nobody sits at it (SSH), where it has no display, or where the address is not an https one.
*/
export const openCommand = (address: string, {env, platform, isRemote}: {
	readonly env: Environment;
	readonly platform: NodeJS.Platform;
	readonly isRemote: Capabilities['isRemote'];
}): OpenCommand | undefined => {
	const safe = safeAddress(address);
	if (isRemote || safe === undefined) {
		return undefined;
	}

	if (platform === 'darwin') {
		return {command: 'open', arguments: [safe]};
	}

	if (platform === 'win32') {
		// Not `start`: that is a word of cmd.exe, which would read `&` in the address as its own.
		return {command: 'rundll32.exe', arguments: ['url.dll,FileProtocolHandler', safe]};
	}

	const hasDisplay = [env.DISPLAY, env.WAYLAND_DISPLAY].some(value => value !== undefined && value !== '');
	return hasDisplay ? {command: 'xdg-open', arguments: [safe]} : undefined;
};

/**
Starts a command that outlives this program and says nothing.

@returns false when it could not be started
*/
export const startDetached = async ({command, arguments: arguments_}: OpenCommand): Promise<boolean> => {
	const child = spawn(command, arguments_, {detached: true, stdio: 'ignore'});
	return new Promise(resolve => {
		child.once('error', () => {
			resolve(false);
		});
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
};
