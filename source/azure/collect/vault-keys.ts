import type {VaultKey} from '../../model/cluster-records.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {VaultInUse} from '../collectors.js';
import {mapConcurrently} from '../map-concurrently.js';
import {readVaultKey} from '../read/vault-key.js';
import {readDocument, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {mostCalls} from './collect-everywhere.js';
import {isGone, unknownOf} from './unknown-of.js';

/**
What was found of one key; nothing for one that is not there any more.
*/
const readKey = async (session: Session, reading: Reading, vault: VaultInUse['vault'], name: string): Promise<Fact<VaultKey | undefined>> => {
	const {subscriptionId, resourceGroup, names} = resourceParts(vault.id);
	try {
		const {keys} = await session.keyVault(subscriptionId);
		return readVaultKey(await readDocument(reading, async options => keys.get(resourceGroup, names.vaults ?? '', name, options)), vault.key);
	} catch (error) {
		return isGone(error) ? undefined : unknownOf(error);
	}
};

const factOf = (facts: ReadonlyArray<Fact<VaultKey | undefined>>): Fact<readonly VaultKey[]> => {
	const keys: VaultKey[] = [];
	for (const fact of facts) {
		if (isUnknown(fact)) {
			return fact;
		}

		if (fact) {
			keys.push(fact);
		}
	}

	return keys;
};

/**
Asks Resource Manager for the keys that the fleet uses, and for no others. It tells of a key's age and rotation and never gives the key;
the vault itself, behind its own address and rights, is not asked. A vault of which one key could not be read is unknown.

@returns By the vault's key; a key in use that is not in the list is not there any more.
*/
export const collectVaultKeys = async (session: Session, reading: Reading, vaults: readonly VaultInUse[]): Promise<ReadonlyMap<string, Fact<readonly VaultKey[]>>> => {
	const asked = vaults.flatMap(({vault, keyNames}) => keyNames.map(name => ({vault, name})));
	const found = await mapConcurrently(asked, mostCalls, async ({vault, name}) => ({key: vault.key, fact: await readKey(session, reading, vault, name)}));
	const byVault = Map.groupBy(found, ({key}) => key);
	return new Map(vaults.map(({vault}) => [vault.key, factOf((byVault.get(vault.key) ?? []).map(({fact}) => fact))]));
};
