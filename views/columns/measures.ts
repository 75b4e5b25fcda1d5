import {severities, type Severity} from '../../source/model/severity.js';

const units: Readonly<Record<string, number>> = {
	s: 1000,
	m: 60_000,
	min: 60_000,
	h: 3_600_000,
	d: 86_400_000,
	w: 7 * 86_400_000,
	y: 365 * 86_400_000,
};

/**
`7d`, `12h`, `30min` in milliseconds; a number alone counts days.
*/
export const parseDuration = (text: string): number | undefined => {
	const match = /^(?<amount>\d+(?:\.\d+)?)\s?(?<unit>[a-z]*)$/v.exec(text.toLowerCase());
	const unit = match ? units[match.groups!.unit! === '' ? 'd' : match.groups!.unit!] : undefined;
	return unit === undefined ? undefined : Number(match!.groups!.amount) * unit;
};

/**
4 for critical down to 0 for info.
*/
export const severityWeight = (severity: Severity): number => severities.length - 1 - severities.indexOf(severity);

/**
`high` or `h`: worse is more, so that `severity>=high` means high and critical.
*/
export const parseSeverity = (text: string): number | undefined => {
	const word = text.toLowerCase();
	const severity = severities.find(name => name === word) ?? (word.length === 1 ? severities.find(name => name.startsWith(word)) : undefined);
	return severity === undefined ? undefined : severityWeight(severity);
};

/**
A version as one number that sorts as versions do: 1.9 before 1.33, 1.33 before 1.33.2. Absent for what is no version.
*/
export const versionWeight = (version: string): number | undefined => {
	const match = /^v?(?<major>\d{1,4})(?:\.(?<minor>\d{1,4}))?(?:\.(?<patch>\d{1,4}))?/v.exec(version);
	if (!match) {
		return undefined;
	}

	const {major, minor = '0', patch = '0'} = match.groups!;
	return (Number(major) * 1e8) + (Number(minor) * 1e4) + Number(patch);
};
