import {
	customRoleDocument,
	denyDocument,
	eligibilityDocument,
	grantDocument,
	roleIds,
	vaultSecretsUserDocument,
	type Grant,
} from '../documents/rights-documents.js';
import type {Json} from '../documents/context.js';
import {registryId} from '../documents/ids.js';
import {guidOf} from '../random.js';
import {groupOf, type DemoSubscription} from './estate.js';
import type {Fleet} from './fleet.js';
import {groupGrants} from './group-rights.js';
import {
	administrators,
	blockedName,
	employeeNames,
	engineersOf,
	guestName,
	personId,
} from './people.js';

/**
Who may do what, beside the identities of clusters (see `keyring.ts`).
*/
export type Rights = {
	readonly roleAssignments: readonly Json[];
	readonly roleDefinitions: readonly Json[];
	readonly denyAssignments: readonly Json[];
	readonly eligibilities: readonly Json[];
};

const at = ({id}: DemoSubscription): string => `/subscriptions/${id}`;

const builtIn = (role: keyof typeof roleIds): string => roleIds[role];

/**
Owners of the sandbox, one by one: nobody has made a group.
*/
const sandboxOwners = employeeNames.slice(2, 7);

type Cast = {
	readonly user: (name: string, role: string, scope: string, more?: Partial<Grant>) => Grant;
	readonly group: (name: string, role: string, scope: string) => Grant;
	readonly application: (name: string, role: string, scope: string, more?: Partial<Grant>) => Grant;
};

const castOf = (seed: number): Cast => {
	const grant = (principalType: Grant['principalType']) => (name: string, role: string, scope: string, more: Partial<Grant> = {}): Grant => ({
		principalId: personId(seed, name), principalType, role, scope, ...more,
	});
	return {user: grant('User'), group: grant('Group'), application: grant('ServicePrincipal')};
};

/**
What every subscription has: administrators who own it, and engineers who change what is not in production and read what is.
*/
const usual = (subscription: DemoSubscription, {group}: Cast): readonly Grant[] => {
	const {team, environment} = subscription;
	return [
		group(administrators, builtIn('Owner'), at(subscription)),
		group(engineersOf(team), builtIn(environment === 'prod' ? 'Reader' : 'Contributor'), at(subscription)),
	];
};

const limited = '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{7f951dda-4ed3-4680-a7ca-43fe172d538d}))';

/**
The rights of a company, all derived from its subscriptions and registries; a fleet for measuring has fewer subscriptions or more, and the
same stories in them.
*/
export const rightsOf = (fleet: Pick<Fleet, 'containerGroups' | 'context' | 'registries' | 'subscriptions'>): Rights => {
	const {subscriptions, registries, context} = fleet;
	const {seed} = context;
	const cast = castOf(seed);
	const {user, group, application} = cast;
	const readable = subscriptions.filter(({isReadable}) => isReadable);
	const number = (index: number): DemoSubscription => readable[index % readable.length]!;
	const [paymentsProd, shopProd, dataProd, dataTest, identityProd, logisticsProd, sandbox] = [0, 2, 4, 5, 7, 8, 10].map(index => number(index)) as [DemoSubscription, DemoSubscription, DemoSubscription, DemoSubscription, DemoSubscription, DemoSubscription, DemoSubscription];
	const registry = registryId(registries.at(0));
	const operator = guidOf(seed, 'role Container Operator');
	const almighty = guidOf(seed, 'role Sandbox Almighty');
	const grants: readonly Grant[] = [
		...readable.flatMap(subscription => usual(subscription, cast)),
		...sandboxOwners.map(name => user(name, builtIn('Owner'), at(sandbox))),
		user(guestName, builtIn('Owner'), at(shopProd), {daysAgo: 512}),
		user(blockedName, builtIn('Contributor'), at(identityProd), {daysAgo: 940}),
		{
			principalId: guidOf(seed, 'somebody who was deleted'), principalType: 'User', role: builtIn('Contributor'), scope: at(dataTest), daysAgo: 1200,
		},
		application('ci-shop', builtIn('AcrPush'), at(shopProd), {daysAgo: 353}),
		application('ci-payments', builtIn('AcrPush'), registry),
		application('legacy-deployer', builtIn('Contributor'), at(logisticsProd)),
		application('ci-data', builtIn('Role Based Access Control Administrator'), at(dataProd), {condition: limited}),
		user('Jonas Keller', builtIn('User Access Administrator'), `/providers/Microsoft.Management/managementGroups/${groupOf(logisticsProd.team)}`, {daysAgo: 20}),
		group(engineersOf('data'), operator, at(dataProd)),
		user('Luis Moreno', almighty, at(sandbox)),
		...groupGrants(fleet),
		user('Katya Lind', builtIn('Key Vault Secrets User'), at(paymentsProd)),
	];
	return {
		roleAssignments: grants.map(grant => grantDocument(`grant ${grant.principalId} ${grant.role} ${grant.scope}`, grant, context)),
		roleDefinitions: [
			vaultSecretsUserDocument,
			customRoleDocument(operator, 'Container Operator', at(dataProd), {actions: ['Microsoft.ContainerService/*', 'Microsoft.Resources/*/read']}, context),
			customRoleDocument(almighty, 'Sandbox Almighty', at(sandbox), {actions: ['*'], notActions: ['Microsoft.Authorization/*/write', 'Microsoft.Authorization/*/delete']}, context),
		],
		denyAssignments: [denyDocument(registry, ['*/delete', 'Microsoft.ContainerRegistry/registries/push/*'], [personId(seed, administrators)], context)],
		eligibilities: [
			eligibilityDocument(user('Chiara Donati', builtIn('Owner'), at(paymentsProd)), 180, context),
			eligibilityDocument(user('Elif Fidan', builtIn('Azure Kubernetes Service Cluster Admin Role'), at(identityProd)), undefined, context),
			eligibilityDocument(group(engineersOf('payments'), builtIn('Contributor'), at(paymentsProd)), undefined, context),
			eligibilityDocument(user('Hugo Ibsen', builtIn('Owner'), at(shopProd)), -3, context),
		],
	};
};
