import process from 'node:process';
import type {Capabilities} from '../source/terminal/capabilities.js';
import {openCommand, startDetached} from '../source/terminal/browser.js';
import {copyText} from '../source/terminal/clipboard.js';
import type {Screen} from './output/screen.js';
import type {Theme} from './theme.js';
import type {Tools} from './tools.js';

/**
What the screen may ask of the world, over the real terminal.
*/
export const createTools = ({screen, capabilities, theme, portal}: {
	readonly screen: Screen;
	readonly capabilities: Capabilities;
	readonly theme: Theme;
	readonly portal: string;
}): Tools => {
	const copy = (text: string): string => {
		const copied = copyText(text, capabilities.multiplexer);
		if (copied.isCopied) {
			screen.stage.send(copied.sequence);
		}

		return copied.message;
	};

	return {
		theme,
		isAscii: capabilities.isAscii,
		portal,
		copy,
		openLink(url) {
			const command = openCommand(url, {env: process.env, platform: process.platform, isRemote: capabilities.isRemote});
			if (!command) {
				return `${copy(url)}: ${url}`;
			}

			void startDetached(command);
			return `Opening ${url}`;
		},
		suspend: screen.suspend,
		quit() {
			screen.quit();
		},
		now: Date.now,
	};
};
