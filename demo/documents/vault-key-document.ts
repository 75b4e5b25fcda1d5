import {hash, hexOf} from '../random.js';
import {days, type DocumentContext, type Json} from './context.js';

const seconds = (time: number): number => Math.floor(time / 1000);

/**
A key as Resource Manager tells of it, without the key (Microsoft.KeyVault vaults/keys 2024-11-01): times are seconds since 1970, the address has
its port. One in three has no policy of rotation, one in five of those is over.
*/
export const vaultKeyDocument = (vault: Json, name: string, {seed, base}: DocumentContext): Json => {
	const id = `${String(vault.id)}/keys/${name}`;
	const dice = hash(seed, `key ${id.toLowerCase()}`);
	const isRotating = dice % 3 !== 0;
	const created = base - days(isRotating ? 10 + (dice % 150) : 200 + (dice % 900));
	const uri = `https://${String(vault.name)}.vault.azure.net:443/keys/${name}`;
	const expires = isRotating ? created + days(365) : (dice % 5 === 0 ? base - days(12) : undefined);
	return {
		id,
		name,
		type: 'Microsoft.KeyVault/vaults/keys',
		location: vault.location,
		tags: {},
		properties: {
			attributes: {
				enabled: true, exp: expires === undefined ? undefined : seconds(expires), created: seconds(created), updated: seconds(created), recoveryLevel: 'Recoverable+Purgeable', exportable: false,
			},
			kty: 'RSA-HSM',
			keyOps: ['wrapKey', 'unwrapKey'],
			keySize: 3072,
			keyUri: uri,
			keyUriWithVersion: `${uri}/${hexOf(seed, `version ${id}`, 32)}`,
			rotationPolicy: isRotating
				? {
					attributes: {created: seconds(created), updated: seconds(created), expiryTime: 'P1Y'},
					lifetimeActions: [
						{trigger: {timeAfterCreate: 'P180D'}, action: {type: 'rotate'}},
						{trigger: {timeBeforeExpiry: 'P30D'}, action: {type: 'notify'}},
					],
				}
				: undefined,
		},
	};
};
