import fc from 'fast-check';

/**
What a member holds after a mutation; `undefined` drops it.
*/
export const junk = fc.oneof(
	fc.constantFrom<unknown>(undefined, null, 'yes', 'true', 'false', '', 0, 1, -1, true, false, 'Enabled', 'Disabled', 'None', 'BrandNewValue', 'msi', [], {}, [null], [7], ['0.0.0.0/0'], {enabled: 'True'}, {unknown: 'x', reason: 'y'}, '\u{1B}[31mred'),
	fc.jsonValue({maxDepth: 2}),
);

/**
`path` names a member whether it is there or not; a number picks one of those that are.
*/
export type Mutation = {readonly at: string | number; readonly value: unknown};

/**
A few changes, half of them at one of `paths`, of which there has to be one.
*/
export const mutationsAt = (paths: readonly string[]): fc.Arbitrary<readonly Mutation[]> => {
	const anywhere = fc.nat();
	const aimed = fc.constantFrom(...paths);
	const mutation = fc.record({at: fc.oneof(anywhere, aimed), value: junk});
	return fc.array(mutation, {minLength: 1, maxLength: 10});
};

type Slot = {readonly holder: Record<string, unknown>; readonly name: string};

const slots = (value: unknown): readonly Slot[] => {
	if (typeof value !== 'object' || value === null) {
		return [];
	}

	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap(name => [{holder, name}, ...slots(holder[name])]);
};

/**
The slot of a path; what is no object on the way there is replaced by one.
*/
const slotAt = (document: Record<string, unknown>, path: string): Slot => {
	const names = path.split('.');
	const name = names.pop()!;
	let holder = document;
	for (const step of names) {
		if (typeof holder[step] !== 'object' || holder[step] === null) {
			holder[step] = {};
		}

		holder = holder[step] as Record<string, unknown>;
	}

	return {holder, name};
};

/**
A copy of a document with some members dropped, nulled, added or replaced; the id stays.
*/
export const mutate = (document: unknown, mutations: readonly Mutation[]): Record<string, unknown> => {
	const copy = structuredClone(document) as Record<string, unknown>;
	for (const {at, value} of mutations) {
		const all = typeof at === 'number' ? slots(copy).filter(({holder, name}) => holder !== copy || name !== 'id') : [];
		const slot = typeof at === 'number' ? all[at % Math.max(1, all.length)] : slotAt(copy, at);
		if (slot !== undefined) {
			slot.holder[slot.name] = structuredClone(value);
		}
	}

	// As it arrives: what is undefined is not there.
	// eslint-disable-next-line unicorn/prefer-structured-clone
	return JSON.parse(JSON.stringify(copy)) as Record<string, unknown>;
};

const isMembers = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
What a document holds at a path; absent and null are both `undefined`. Members of `addonProfiles` are found in any casing, as Azure sends them.
*/
export const valueAt = (document: unknown, path: string): unknown => {
	let value = document;
	let ignoresCase = false;
	for (const name of path.split('.')) {
		if (!isMembers(value)) {
			return undefined;
		}

		const key = ignoresCase ? Object.keys(value).find(candidate => candidate === name) ?? Object.keys(value).find(candidate => candidate.toLowerCase() === name.toLowerCase()) : name;
		value = key === undefined ? undefined : value[key] ?? undefined;
		ignoresCase ||= name === 'addonProfiles';
	}

	return value ?? undefined;
};
