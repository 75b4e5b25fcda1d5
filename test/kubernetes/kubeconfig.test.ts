import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {parse, stringify} from 'yaml';
import {loadDocument} from '../support/azure-server/fleet.js';
import {mutate, mutationsAt} from '../support/mutate.js';
import {contextFor} from '../../source/kubernetes/context-for.js';
import {KubeconfigError} from '../../source/kubernetes/kubeconfig.js';
import {parseKubeconfig} from '../../source/kubernetes/parse-kubeconfig.js';
import {sanitize} from '../../source/terminal/sanitize.js';
import type {Cluster} from '../../source/model/cluster.js';

const decoded = (name: string): string => {
	const {kubeconfigs} = loadDocument(`aks/${name}.json`) as {readonly kubeconfigs: ReadonlyArray<{readonly value: string}>};
	return Buffer.from(kubeconfigs[0]!.value, 'base64').toString('utf8');
};

test('as Azure gives it out: with Entra, and without', t => {
	t.like(parseKubeconfig(decoded('list-cluster-user-credential-exec-composed')).open('aks-shop'), {
		server: 'https://aks-shop-abc123.hcp.westeurope.azmk8s.io', user: {kind: 'entra'}, clusterName: 'aks-shop', serverName: undefined,
	});
	t.like(parseKubeconfig(decoded('list-cluster-user-credential-local-account-composed')).open('aks-shop').user, {kind: 'certificate'});
	t.throws(() => parseKubeconfig(decoded('managed-cluster-list-cluster-user-credential')), {instanceOf: KubeconfigError});
});

const cluster = (name: string, fqdn?: string, privateFqdn?: string): Cluster => ({name, fqdn, privateFqdn} as unknown as Cluster);

const contexts = (...entries: ReadonlyArray<readonly [name: string, server: string, serverName?: string]>): string => stringify({
	'current-context': entries.at(-1)?.[0],
	contexts: entries.map(([name]) => ({name, context: {cluster: `${name}-cluster`, user: 'u'}})),
	clusters: entries.map(([name, server, serverName]) => ({name: `${name}-cluster`, cluster: {server, ...(serverName !== undefined && {'tls-server-name': serverName})}})),
	users: [],
});

test('a context leads to the cluster whose host it has, in any casing; a name is enough behind a tunnel only', t => {
	const kubeconfig = parseKubeconfig(contexts(
		['aks-shop', 'https://aks-other-1.hcp.westeurope.azmk8s.io'],
		['by-host', 'https://AKS-SHOP-1.hcp.westeurope.azmk8s.io:443'],
		['tunnel', 'https://localhost:6443', 'aks-shop-2.privatelink.westeurope.azmk8s.io'],
		['aks-lab', 'https://localhost:6444'],
		['aks-bad', 'not an address'],
	));
	t.is(contextFor(kubeconfig, cluster('aks-shop', 'aks-shop-1.hcp.westeurope.azmk8s.io'), undefined), 'by-host');
	t.is(contextFor(kubeconfig, cluster('aks-shop'), undefined), undefined, 'a cluster of the same name elsewhere is another one');
	t.is(contextFor(kubeconfig, cluster('aks-shop', '', 'aks-shop-2.privatelink.westeurope.azmk8s.io'), undefined), 'tunnel');
	t.is(contextFor(kubeconfig, cluster('AKS-Lab', 'aks-lab-1.hcp.westeurope.azmk8s.io'), undefined), 'aks-lab');
	t.is(contextFor(kubeconfig, cluster('aks-bad'), undefined), undefined);
	t.is(contextFor(kubeconfig, cluster('aks-shop', 'aks-shop-1.hcp.westeurope.azmk8s.io'), 'tunnel'), undefined, 'only the one that is named counts');
});

test('a file that grows from aliases, or is endless, is none', t => {
	const bomb = 'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\ncontexts: &c [*b,*b,*b]\nclusters: [*c,*c,*c]\n';
	t.throws(() => parseKubeconfig(bomb), {instanceOf: KubeconfigError});
	t.throws(() => parseKubeconfig(' '.repeat(5_000_000)), {instanceOf: KubeconfigError, message: 'The kubeconfig is too long for one.'});
});

/**
Opens everything that a text holds; whatever is wrong is one clean sentence.
*/
const openAll = (text: string): readonly string[] => {
	const sentences: string[] = [];
	const attempt = (run: () => void): void => {
		try {
			run();
		} catch (error) {
			if (!(error instanceof KubeconfigError)) {
				throw error;
			}

			sentences.push(error.message, error.remedy ?? '');
		}
	};

	attempt(() => {
		const kubeconfig = parseKubeconfig(text);
		for (const name of [...kubeconfig.names, 'nowhere', '__proto__', 'constructor']) {
			attempt(() => {
				kubeconfig.peek(name);
				kubeconfig.open(name);
			});
		}
	});
	return sentences;
};

const anyText = fc.oneof(fc.string(), fc.json(), fc.string({unit: 'grapheme'}));

test('whatever the text, there is a kubeconfig or a clean sentence', t => {
	const holds = fc.property(anyText, text => {
		for (const sentence of openAll(text)) {
			t.is(sentence, sanitize(sentence, 4096));
		}
	});
	t.notThrows(() => {
		fc.assert(holds);
	});
});

const paths = ['contexts', 'clusters', 'users', 'current-context', 'contexts.0.name', 'contexts.0.context', 'contexts.0.context.cluster', 'contexts.0.context.user', 'clusters.0.cluster', 'clusters.0.cluster.server', 'clusters.0.cluster.certificate-authority-data', 'clusters.0.cluster.insecure-skip-tls-verify', 'users.0.user', 'users.0.user.exec', 'users.0.user.exec.args', 'users.0.user.exec.env', 'users.0.user.auth-provider', 'users.0.user.token', 'users.0.user.tokenFile'];

for (const name of ['list-cluster-user-credential-exec-composed', 'list-cluster-user-credential-local-account-composed']) {
	test(`whatever of ${name} is missing or wrong, there is a context or a clean sentence`, t => {
		const document = parse(decoded(name)) as unknown;
		const holds = fc.property(mutationsAt(paths), mutations => {
			for (const sentence of openAll(stringify(mutate(document, mutations)))) {
				t.is(sentence, sanitize(sentence, 4096));
				t.false(sentence.includes('00000000000000000000000000000000'), 'the token stands in no sentence');
			}
		});
		t.notThrows(() => {
			fc.assert(holds);
		});
	});
}
