/**
Looks into a row's Azure tags. `env=prod` wants the tag `env` with a value that holds `prod` (or is it, if `isExact`); `env` alone wants a
tag or value of which it is a part. Case does not count, as it does not for tag names in Azure.
*/
export const hasTag = (row: Record<string, unknown>, wanted: string, isExact: boolean): boolean => {
	const {tags} = row as {readonly tags?: Readonly<Record<string, string>>};
	if (!tags) {
		return false;
	}

	const small = wanted.toLowerCase();
	const separator = small.indexOf('=');
	const entries = Object.entries(tags).map(([name, value]) => [name.toLowerCase(), value.toLowerCase()] as const);
	if (separator === -1) {
		return entries.some(texts => texts.some(text => (isExact ? text === small : text.includes(small))));
	}

	const wantedName = small.slice(0, separator);
	const wantedValue = small.slice(separator + 1);
	return entries.some(([name, value]) => name === wantedName && (isExact ? value === wantedValue : value.includes(wantedValue)));
};
