import {readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {resolveCloud, type Cloud} from '../azure/cloud.js';
import {openLog, type Log} from '../log/log-file.js';
import {UsageError} from '../model/usage-error.js';
import {loadSettings} from '../settings/load-settings.js';
import {originLabel} from '../settings/origin-label.js';
import type {RawFlags} from '../settings/settings-input.js';
import type {Settings} from '../settings/settings.js';
import type {OpenedFleet} from './open-fleet.js';

export type Prepared = {
	readonly settings: Settings;
	readonly log: Log;
	/**
	Makes the living fleet; the SDK and the demo are loaded by it, not before.

	@param isInteractive Whether a person is there who could enter a device code.
	*/
	readonly openFleet: (isInteractive?: boolean) => Promise<OpenedFleet>;
};

const readFile = (file: string): string => readFileSync(file, 'utf8');

const findCloud = async (settings: Settings): Promise<Cloud | undefined> => {
	if (settings.demo !== 'off') {
		return undefined;
	}

	try {
		return await resolveCloud(settings.cloud, readFile);
	} catch (error) {
		throw error instanceof UsageError
			? new UsageError(error.problems.map(problem => `${originLabel(settings.origin.cloud)}: ${problem}`), {cause: error})
			: error;
	}
};

/**
Does everything that can be wrong by usage, before a screen is opened.

@throws UsageError
*/
export const prepare = async (flags: RawFlags, env: NodeJS.ProcessEnv): Promise<Prepared> => {
	const home = homedir();
	const settings = await loadSettings({
		flags, env, readFile, home,
	});
	const cloud = await findCloud(settings);
	const log = openLog(settings.logFile, originLabel(settings.origin.logFile));
	return {
		settings,
		log,
		async openFleet(isInteractive = true) {
			const {openFleet} = await import('./open-fleet.js');
			return openFleet({
				settings, cloud, log, env, home, isInteractive,
			});
		},
	};
};
