/* eslint-disable no-bitwise, unicorn/prefer-math-trunc, unicorn/prefer-code-point -- 32-bit arithmetic is what these generators are */

/**
Mulberry32: one 32-bit state, one number in [0, 1) a call. Small and well known, good enough for a fleet that is only shown.
*/
export const mulberry32 = (seed: number): (() => number) => {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/**
MurmurHash3's finaliser: every bit of the input moves about half of the output's.
*/
const mix = (value: number): number => {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85_EB_CA_6B);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xC2_B2_AE_35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
};

/**
FNV-1a over the text, started from the seed and mixed at the end. The same key gives the same number wherever and
whenever it is asked, so that a document can be made from its index alone, without the ones before it.
*/
export const hash = (seed: number, key: string): number => {
	let value = (0x81_1C_9D_C5 ^ seed) >>> 0;
	for (let index = 0; index < key.length; index++) {
		value = Math.imul(value ^ key.charCodeAt(index), 0x01_00_01_93);
	}

	return mix(value);
};

const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');

const golden = 0x9E_37_79_B9;

/**
`length` hexadecimal digits that belong to the key.
*/
export const hexOf = (seed: number, key: string, length: number): string => {
	const start = hash(seed, key);
	let text = hexadecimal(start);
	for (let part = 1; text.length < length; part++) {
		text += hexadecimal(mix(start + Math.imul(part, golden)));
	}

	return text.slice(0, length);
};

/**
A GUID of version 4's form that belongs to the key. `order`, when given, becomes the first eight digits, so that
GUIDs sort as their orders do.
*/
export const guidOf = (seed: number, key: string, order?: number): string => {
	const digits = hexOf(seed, key, 32);
	const head = order === undefined ? digits.slice(0, 8) : hexadecimal(order);
	return `${head}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
};

/**
One of the choices, the one that belongs to the key.
*/
export const choose = <T>(seed: number, key: string, choices: readonly T[]): T => choices[hash(seed, key) % choices.length]!;
