import process from 'node:process';
import type {Capabilities} from '../source/terminal/capabilities.js';
import {openCommand, startDetached} from '../source/terminal/browser.js';
import type {ClipboardWay} from '../source/terminal/clipboard-way.js';
import {createCopier, describeOutcome} from '../source/terminal/create-copier.js';
import {saveFile} from '../source/terminal/save-file.js';
import type {Screen} from './output/screen.js';
import type {Theme} from './theme.js';
import type {Tools} from './tools.js';

/**
A folder that is gone has no name any more; that nothing can be written there is told when something is.
*/
const currentFolder = (): string => {
	try {
		return process.cwd();
	} catch {
		return '.';
	}
};

/**
What the screen may ask of the world, over the real terminal.
*/
export const createTools = ({screen, capabilities, theme, portal, clipboard}: {
	readonly screen: Screen;
	readonly capabilities: Capabilities;
	readonly theme: Theme;
	readonly portal: string;
	readonly clipboard: ClipboardWay;
}): Tools => {
	const copy = createCopier({
		way: clipboard,
		capabilities,
		env: process.env,
		platform: process.platform,
		send(sequence) {
			screen.stage.send(sequence);
		},
	});

	return {
		theme,
		isAscii: capabilities.isAscii,
		portal,
		copy,
		openLink(url) {
			const command = openCommand(url, {env: process.env, platform: process.platform, isRemote: capabilities.isRemote});
			if (!command) {
				return describeOutcome(copy(url), message => `${message}: ${url}`);
			}

			void startDetached(command);
			return `Opening ${url}`;
		},
		save: async (name, extension, text) => saveFile(currentFolder(), name, extension, text),
		suspend: screen.suspend,
		quit() {
			screen.quit();
		},
		now: Date.now,
		later(milliseconds, callback) {
			const timer = setTimeout(callback, milliseconds).unref();
			return () => {
				clearTimeout(timer);
			};
		},
	};
};
