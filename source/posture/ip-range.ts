import {isIP} from 'node:net';

export type IpRange =
	| {readonly kind: 'addresses'; readonly family: 4 | 6; readonly prefix: number}
	/**
	A name for addresses that many customers share (`AzureCloud`).
	*/
	| {readonly kind: 'service-tag'}
	| {readonly kind: 'unreadable'};

/**
Reads an entry of authorised ranges or IP rules: an address, a range in CIDR form, or a service tag.
*/
export const parseIpRange = (entry: string): IpRange => {
	const [address = '', prefixText, ...rest] = entry.trim().split('/');
	const family = isIP(address);
	if (family === 4 || family === 6) {
		const bits = family === 4 ? 32 : 128;
		const prefix = Number(prefixText ?? bits);
		const isReadable = rest.length === 0 && /^\d{1,3}$/v.test(prefixText ?? String(bits)) && prefix <= bits;
		if (isReadable) {
			return {kind: 'addresses', family, prefix};
		}
	}

	const isServiceTag = /^[a-z][\d.a-z]*$/iv.test(entry.trim());
	return {kind: isServiceTag ? 'service-tag' : 'unreadable'};
};

/**
The shortest prefixes that do not count as wide open: 65,536 addresses for IPv4, what one provider is given for IPv6.
*/
export const widestPrefix: Readonly<Record<4 | 6, number>> = {4: 16, 6: 32};

/**
Whether a range lets in more than `widestPrefix`. `0.0.0.0/32` is one address, with which AKS means the cluster's own egress.
*/
export const isTooBroad = (range: IpRange): boolean => range.kind === 'addresses' && range.prefix < widestPrefix[range.family];
