import type {Site} from '../../inside/site.js';
import {hexOf} from '../../random.js';

/**
Body of `/version` (example document).
*/
export const versionBody = ({cluster: {version}, context: {seed}}: Site): unknown => {
	const [major, minor] = version.split('.', 2);
	return {
		major,
		minor,
		emulationMajor: major,
		emulationMinor: minor,
		minCompatibilityMajor: major,
		minCompatibilityMinor: String(Number(minor) - 1),
		gitVersion: `v${version}`,
		gitCommit: hexOf(seed, `commit ${version}`, 40),
		gitTreeState: 'clean',
		buildDate: '2026-10-14T08:31:07Z',
		goVersion: 'go1.25.3',
		compiler: 'gc',
		platform: 'linux/amd64',
	};
};
