import {BlockList, isIP} from 'node:net';

/**
Addresses that lead nowhere on the internet: private, shared, link-local, loopback, unspecified, multicast and reserved ones. The ranges kept for documentation count as
public: recordings and examples use them for public addresses.
Sources: RFC 1918, 6598, 3927, 1122, 4193, 4291.
*/
const inner = new BlockList();
for (const [address, prefix] of [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16], ['127.0.0.0', 8], ['0.0.0.0', 8], ['224.0.0.0', 3]] as const) {
	inner.addSubnet(address, prefix, 'ipv4');
}

for (const [address, prefix] of [['fc00::', 7], ['fe80::', 10], ['::', 127], ['ff00::', 8]] as const) {
	inner.addSubnet(address, prefix, 'ipv6');
}

/**
Whether a text is an address that the internet routes; false for a host name.
*/
export const isPublicAddress = (address: string): boolean => {
	const family = isIP(address);
	return family !== 0 && !inner.check(address, family === 4 ? 'ipv4' : 'ipv6');
};
