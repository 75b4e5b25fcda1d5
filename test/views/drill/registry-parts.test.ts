import test from 'ava';
import {unknown, valueOf} from '../../../source/model/known.js';
import type {RegistryDetails} from '../../../source/model/registry-records.js';
import type {Registry, RegistryKey} from '../../../source/model/registry.js';
import {parts} from '../../../views/drill/registry/parts.js';
import {network} from '../../../views/drill/registry/network.js';
import type {Tab} from '../../../views/drill/tab.js';
import {vaultOf} from '../../support/around.js';
import {brokenLine, plainTexts} from '../../support/cells.js';
import {
	hardenedRegistry,
	noDetail,
	now,
	ownKeyRegistry,
	snapshotOf,
} from '../../support/models.js';
import {childrenOf} from '../../support/registry-children.js';
import {colours} from '../../support/theme.js';

const denied = unknown('denied', 'Needs Microsoft.ContainerRegistry/registries/cacheRules/read.');

const details: RegistryDetails = {
	...childrenOf('recorded-replication-list'),
	webhooks: childrenOf('webhook-list-composed', {'properties.provisioningState': 'Failed'}).webhooks,
	cacheRules: [{
		name: 'hub', source: 'docker.io/library/*', target: 'hub/*', credentialSet: 'hub-login',
	}],
	credentialSets: [{
		name: 'hub-login', loginServer: 'docker.io', vaults: ['kv.vault.azure.net'], health: 'Unhealthy', fault: 'SecretNotFound: gone',
	}],
	connectedRegistries: [{
		name: 'store', mode: 'ReadOnly', state: 'Offline', activation: 'Active', lastActivity: '2026-11-18T12:00:00.000Z',
	}],
};

const linesOf = (tab: Tab<Registry>, resource: Registry, known: RegistryDetails | undefined, width = 120) => {
	if (tab.type !== 'lines') {
		throw new TypeError('This tab draws no lines');
	}

	const registryRecords = new Map([[resource.key, {
		registryKey: resource.key, usages: [], tokens: [], scopeMaps: [], details: known,
	}]]);
	return tab.lines({
		resource, snapshot: snapshotOf({registryRecords, keyVaults: [vaultOf('kv-pay')]}), detail: noDetail, theme: colours, width, now, portal: 'https://portal.azure.com',
	});
};

const textOf = (tab: Tab<Registry>, resource: Registry, known?: RegistryDetails): string => plainTexts(linesOf(tab, resource, known)).join('\n');

test('an open registry shows its replicas, webhooks, caches and copies with their state', t => {
	const text = textOf(parts, hardenedRegistry, details);
	t.regex(text, /southcentralus +ready since 2023-02-07 \(\d+ d\), in one zone/v);
	t.regex(text, /deploy +enabled: push, delete of shop\/frontend:\*, making it failed: it delivers\s+nothing/v);
	t.regex(text, /audit +enabled: push, delete, quarantine, chart_push, chart_delete of all\s+repositories/v);
	t.regex(text, /Last deliveries +not read: needs Microsoft\.ContainerRegistry\/registries\/webhooks\/listEvents\/action/v);
	t.regex(text, /hub +docker\.io\/library\/\* as hub\/\*, signs in by hub-login/v);
	t.regex(text, /hub-login +unhealthy, for docker\.io, secrets in kv\.vault\.azure\.net, SecretNotFound: gone/v);
	t.regex(text, /store +offline, ReadOnly, active, last heard of 2026-11-18/v);
});

test('until it was read, what Resource Graph tells stands there; a refusal is told with the right that is missing', t => {
	const text = textOf(parts, {...hardenedRegistry, ...childrenOf('recorded-replication-list')});
	t.regex(text, /westus +ready/v);
	t.regex(text, /Cache rules\n +being read/v);
	t.regex(textOf(parts, hardenedRegistry, {...details, cacheRules: denied}), /unknown: Needs Microsoft\.ContainerRegistry\/registries\/cacheRules\/read/v);
});

test('an own key is told with the vault that it lies in, and how well that is kept', t => {
	const key = valueOf(ownKeyRegistry.encryptionKey)!;
	const inVault = (keyIdentifier: string): string => {
		const encryptionKey: RegistryKey = {...key, keyIdentifier};
		return textOf(network, {...ownKeyRegistry, encryptionKey});
	};

	t.regex(inVault('https://kv-pay.vault.azure.net/keys/acr'), /Kept in +vault kv-pay, not judged yet\n +Soft delete +on/v);
	t.regex(inVault('https://hsm-pay.managedhsm.azure.net/keys/acr'), /Kept in +managed HSM hsm-pay\.managedhsm\.azure\.net, which is not read/v);
	t.regex(inVault('https://elsewhere.vault.azure.net/keys/acr'), /Kept in +elsewhere\.vault\.azure\.net: this vault is not among those/v);
	t.regex(textOf(network, hardenedRegistry), /Service tag +AzureContainerRegistry/v);
});

for (const width of [40, 80, 120, 180]) {
	test(`no line is wider than ${width} cells`, t => {
		t.is(brokenLine(linesOf(parts, hardenedRegistry, details, width), width), undefined);
	});
}
