import {windowsReleases, type WindowsRelease} from '../../data/windows-releases.js';
import type {HostFacts} from '../../model/host.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
The third part of `10.0.20348.2700`.
*/
export const buildOf = (version: string): number | undefined => {
	const build = /^\d+\.\d+\.(?<build>\d{3,6})(?:\.|$)/v.exec(version)?.groups?.build;
	return build === undefined ? undefined : Number(build);
};

/**
What a machine runs. `release` is absent for a build that crowsnest does not know.
*/
export type WindowsSystem = {
	readonly family: 'server' | 'client';
	readonly build: number;
	/**
	Of a client: the editions that may run containers.
	*/
	readonly isProfessional: boolean;
	readonly isEnterprise: boolean;
	readonly release: WindowsRelease | undefined;
};

const yearOf = (osSku: string): string | undefined => /\bserver (?<year>20\d\d(?: r2)?)\b/iv.exec(osSku)?.groups?.year?.toUpperCase();

/**
Finds out which release of Windows a machine runs, by its product name and build.

@returns unknown where either was not told; `undefined` for a machine that does not run Windows
*/
export const windowsOf = ({osType, osSku, osVersion}: Pick<HostFacts, 'osType' | 'osSku' | 'osVersion'>): Fact<WindowsSystem | undefined> => {
	if (isUnknown(osType)) {
		return osType;
	}

	if (osType !== undefined && osType !== 'windows') {
		return undefined;
	}

	if (isUnknown(osSku)) {
		return osSku;
	}

	if (isUnknown(osVersion)) {
		return osVersion;
	}

	if (osType === undefined || osSku === undefined || osVersion === undefined || osSku === '') {
		return unknown('not-reported', 'the agent has not told the operating system, its product or its version');
	}

	const build = buildOf(osVersion);
	if (build === undefined) {
		return unknown('malformed', `"${osVersion.slice(0, 40)}" is no version of Windows`);
	}

	const family = /\bserver\b/iv.test(osSku) ? 'server' : 'client';
	const year = family === 'server' ? yearOf(osSku) : undefined;
	return {
		family,
		build,
		isProfessional: /\bpro(?:fessional)?\b/iv.test(osSku),
		isEnterprise: /\benterprise\b/iv.test(osSku),
		// A build of a preview is none that is listed: the product's year tells.
		release: windowsReleases.find(release => release.family === family && release.build === build)
			?? (year === undefined ? undefined : windowsReleases.find(({name}) => name === `Windows Server ${year}`)),
	};
};

/**
The last day of support of a release in the edition that a machine has.
*/
export const endOfSupport = ({release, isEnterprise}: WindowsSystem): string | undefined => (isEnterprise ? release?.enterpriseEnd : undefined) ?? release?.end;
