import {isIP} from 'node:net';

/**
Where an address can be reached from. `private`: from networks that are joined with the cluster's; `name`: it is none, but a host name.
*/
export type AddressScope = 'public' | 'private' | 'name';

export const toNumber = (address: string): number => {
	let number = 0;
	for (const part of address.split('.')) {
		number = (number * 256) + Number(part);
	}

	return number;
};

type Block = readonly [first: number, prefix: number];

/**
RFC 1918 and 6598, loopback, link-local, this network, multicast and reserved. Documentation ranges count as public: examples, and whoever
uses them for real, mean an address outside.
*/
const privateBlocks: readonly Block[] = [
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['100.64.0.0', 10],
	['169.254.0.0', 16],
	['127.0.0.0', 8],
	['0.0.0.0', 8],
	['224.0.0.0', 3],
].map(([address, prefix]) => [toNumber(address as string), prefix as number] as const);

const isPrivate4 = (address: string): boolean => {
	const number = toNumber(address);
	return privateBlocks.some(([first, prefix]) => number >= first && number < first + (2 ** (32 - prefix)));
};

/**
Unique local, link-local, multicast, loopback, unspecified.
*/
const isPrivate6 = (address: string): boolean => /^(?:f[cd]|fe[89ab]|ff)/iv.test(address) || /^[0:]*:[01]?$/v.test(address);

/**
Where an address, or what stands in its place, can be reached from.
*/
export const scopeOf = (address: string): AddressScope => {
	const plain = address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
	switch (isIP(plain)) {
		case 4: {
			return isPrivate4(plain) ? 'private' : 'public';
		}

		case 6: {
			return isPrivate6(plain) ? 'private' : 'public';
		}

		default: {
			return 'name';
		}
	}
};
