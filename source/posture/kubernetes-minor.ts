/**
A Kubernetes version's minor as a number, major times 1,000 plus minor: `1.33.2` → 1033. Nothing for what is no version.
*/
export const minorNumber = (version: string): number | undefined => {
	const {major, minor} = /^v?(?<major>\d{1,3})\.(?<minor>\d{1,3})(?:[+\-.]|$)/v.exec(version)?.groups ?? {};
	return major === undefined ? undefined : (Number(major) * 1000) + Number(minor);
};

/**
`1.33.2` → `1.33`.
*/
export const minorName = (version: string): string => version.replace(/^v/v, '').split('.').slice(0, 2).join('.');
