import path from 'node:path';
import test from 'ava';
import ts from 'typescript';
import {operations} from '../../source/azure/operations.js';
import {registryOperations} from '../../source/azure/registry-operations.js';

/**
Every call of Azure's clients in the program, and the operation of the lists that it makes: a new one has to be put here by hand, and into
`operations` with its reason and the right that it takes.
*/
const known: Readonly<Record<string, string>> = {
	'client.containers.listLogs': 'containers.listLogs',
	'client.resources': 'resourceGraph.resources',
	'client.getSubscriptionLevel': 'alerts.getSubscriptionLevel',
	'client.getResourceGroupLevel': 'alerts.getResourceGroupLevel',
	'client.assessments.get': 'assessments.get',
	'client.assessments.list': 'assessments.list',
	'client.alerts.list': 'alerts.list',
	'client.agentPools.get': 'agentPools.get',
	'client.agentPools.getUpgradeProfile': 'agentPools.getUpgradeProfile',
	'client.managedClusters.get': 'managedClusters.get',
	'client.managedClusters.list': 'managedClusters.list',
	'client.managedClusters.listKubernetesVersions': 'managedClusters.listKubernetesVersions',
	'client.managedClusters.listClusterUserCredentials': 'managedClusters.listClusterUserCredentials',
	'client.managedClusters.runCommand': 'managedClusters.runCommand',
	'client.maintenanceConfigurations.listByManagedCluster': 'maintenanceConfigurations.listByManagedCluster',
	'client.registries.get': 'registries.get',
	'client.registries.list': 'registries.list',
	'registries.listUsages': 'registries.listUsages',
	'client.containerGroups.get': 'containerGroups.get',
	'client.containerGroups.list': 'containerGroups.list',
	'client.activityLogs.list': 'activityLogs.list',
	'client.diagnosticSettings.list': 'diagnosticSettings.list',
	'client.pricings.list': 'pricings.list',
	'client.roleAssignments.listForSubscription': 'roleAssignments.listForSubscription',
	'client.roleDefinitions.list': 'roleDefinitions.list',
	'client.denyAssignments.list': 'denyAssignments.list',
	'client.roleEligibilityScheduleInstances.listForScope': 'roleEligibilityScheduleInstances.listForScope',
	'client.subscriptions.list': 'subscriptions.list',
	'keys.get': 'vaultKeys.get',
	'client.listRepositoryNames': 'registry.repositories',
	'client.getRepository(repository).listManifestProperties': 'registry.manifests',
};

/**
`client.getRepository` sends nothing. `registries[operations].list` is typed by the names of the lists that it may be.
*/
const silent = new Set(['client.getRepository', 'registries[operations].list']);

const root = path.join(import.meta.dirname, '..', '..');

/**
A file that is not there: what somebody might write tomorrow.
*/
const tomorrow = path.join(root, 'source/azure/collect/tomorrow.ts');

const written = `import type {Session} from '../session.js';
export const read = async (session: Session) => {
	const client = await session.authorization('x');
	return client.roleAssignmentSchedules.listForScope('x');
};
`;

type Call = {readonly file: string; readonly words: string};

const azureCalls = (): readonly Call[] => {
	const config = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), {noEmit: true}, {
		...ts.sys, onUnRecoverableConfigFileDiagnostic() {/* Then nothing is found, which fails. */},
	})!;
	const host = ts.createCompilerHost(config.options);
	const {fileExists, readFile, getSourceFile} = host;
	host.fileExists = name => name === tomorrow || fileExists(name);
	host.readFile = name => (name === tomorrow ? written : readFile(name));
	host.getSourceFile = (name, options, ...rest) => (name === tomorrow ? ts.createSourceFile(name, written, options) : getSourceFile(name, options, ...rest));
	const own = [...config.fileNames.filter(name => name.startsWith(path.join(root, 'source'))), tomorrow];
	const program = ts.createProgram(own, config.options, host);
	const checker = program.getTypeChecker();
	const calls: Call[] = [];
	for (const name of own) {
		const file = program.getSourceFile(name)!;
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node)) {
				const from = checker.getResolvedSignature(node)?.declaration?.getSourceFile().fileName ?? '';
				if (/@azure\/(?:arm-|container-registry\/)/v.test(from)) {
					calls.push({file: name, words: node.expression.getText(file)});
				}
			}

			ts.forEachChild(node, visit);
		};

		visit(file);
	}

	return calls;
};

test('the program calls of Azure\'s clients what the lists of operations name, and a read that is new is found', t => {
	t.timeout(180_000);
	const calls = azureCalls();
	const strange = calls.filter(({words}) => !Object.hasOwn(known, words) && !silent.has(words));
	t.deepEqual(strange, [{file: tomorrow, words: 'client.roleAssignmentSchedules.listForScope'}]);
	const found = new Set(calls.map(({words}) => words));
	t.deepEqual(Object.keys(known).filter(words => !found.has(words)), [], 'what nobody calls any more leaves this list');
	const ids = new Set([...operations, ...registryOperations].map(({id}) => id));
	t.deepEqual(Object.values(known).filter(id => !ids.has(id)), []);
});

test('no operation is on the list without being on this one', t => {
	const byName = new Set(['tokens', 'scopeMaps', 'replications', 'webhooks', 'cacheRules', 'credentialSets', 'connectedRegistries'].map(name => `${name}.list`));
	// Read by name, or through a request of their own.
	const others = new Set(['subscriptions.get', 'managedClusters.getCommandResult']);
	t.deepEqual(operations.map(({id}) => id).filter(id => !Object.values(known).includes(id) && !byName.has(id) && !others.has(id)), []);
});
