import type {SettingName} from './settings.js';

/**
Flags as they were typed, by setting; `config` is the file to read.
*/
export type RawFlags = Readonly<Partial<Record<SettingName | 'config', string | readonly string[]>>>;

export type SettingsInput = {
	readonly flags: RawFlags;
	readonly env: Readonly<Record<string, string | undefined>>;
	/**
	Throws as `fs.readFileSync` does.
	*/
	readonly readFile: (path: string) => string;
	/**
	The person's home folder.
	*/
	readonly home: string;
};
