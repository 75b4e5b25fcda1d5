import process from 'node:process';
import type {Prepared} from '../source/cli/prepare.js';
import {readCapabilities} from '../source/terminal/capabilities.js';
import App from './app.js';
import {createTools} from './create-tools.js';
import {mount} from './output/render.js';
import {openScreen} from './output/screen.js';
import {createTheme} from './theme.js';
import {untilWorthDrawing} from './until-worth-drawing.js';

/**
Milliseconds that the early frame stands at most: who waits longer is to see that something is being read.
*/
const earlyFrameStands = 250;

/**
Opens the dashboard and keeps it until it is left; the screen ends the program then, with the terminal given back.

@param prepared settings that are right, the log, and what makes the living fleet
*/
export const runDashboard = async ({settings, openFleet}: Prepared): Promise<never> => {
	const store = await openFleet(true);
	const screen = openScreen({isDebug: settings.debug, onClosing: async () => store.stop()});
	const capabilities = readCapabilities({
		env: process.env, platform: process.platform, color: settings.color, isAscii: settings.ascii,
	});
	const theme = createTheme(capabilities);
	const tools = createTools({
		screen, capabilities, theme, portal: store.portal, clipboard: settings.clipboard,
	});
	await untilWorthDrawing(store, earlyFrameStands);
	mount(<App store={store} tools={tools}/>, screen, error => {
		screen.quit({error});
	});
	return new Promise(() => {
		// The screen ends the program.
	});
};
