import type {Cluster} from '../../model/cluster.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {Credential, Principal} from '../../model/principal.js';
import type {RegistryToken, RegistryTokenCredential} from '../../model/registry-records.js';
import type {Registry} from '../../model/registry.js';
import type {AccessMatrix, MatrixRow} from '../access/access-matrix.js';
import type {RegistryFacts} from '../check.js';
import {pullIdentityOf} from './pull-identity.js';
import {daysLeft, tokenEndOf} from './token-end.js';
import {tokenScopeOf} from './token-scope.js';

/**
The seven ways to sign in to a registry, and the one without signing in. Source: Azure Container Registry, authentication options, as read
on 2026-08-24.
*/
export const wayIds = ['user', 'servicePrincipal', 'managedIdentity', 'clusterIdentity', 'clusterServicePrincipal', 'adminUser', 'token', 'anonymous'] as const;

export type WayId = (typeof wayIds)[number];

/**
Who comes in by a way.
*/
export type Entrant = {
	readonly name: string;
	/**
	What it may do, in words.
	*/
	readonly rights: string;
	/**
	When its credential ends, ISO 8601, or `never`; absent where it has none that could end, or where Azure renews it.
	*/
	readonly ends?: Fact<string>;
	/**
	What is wrong with it.
	*/
	readonly faults: readonly string[];
};

export type WayIn = {
	readonly id: WayId;
	readonly isUsed: Fact<boolean>;
	readonly entrants: readonly Entrant[];
	/**
	What could add somebody here, or a fault, and was not readable.
	*/
	readonly gaps: readonly string[];
	/**
	What is to be known besides.
	*/
	readonly notes?: readonly string[];
};

export type WaysInput = {
	readonly registry: Registry;
	readonly facts: Fact<RegistryFacts>;
	/**
	Absent while it is being worked out.
	*/
	readonly matrix: Pick<AccessMatrix, 'gaps' | 'operations' | 'rows'> | undefined;
	readonly principals: ReadonlyMap<string, Principal>;
	/**
	Why Microsoft Graph was not asked.
	*/
	readonly graphGap: string | undefined;
	readonly clusters: readonly Cluster[];
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

const ofImages: ReadonlySet<string> = new Set(['push', 'pull', 'deleteImageData']);

const qualified = {
	given: '', conditional: ' under a condition', eligible: ' once taken on', unknown: ' perhaps', denied: '', none: '',
} as const;

/**
What somebody may do with images, in words; absent for nothing.
*/
const imageRights = ({operations}: Pick<AccessMatrix, 'operations'>, {marks}: MatrixRow): string | undefined => {
	const held = operations.flatMap(({id, title}, index) => {
		const is = marks[index] ?? 'none';
		return is !== 'none' && is !== 'denied' && ofImages.has(id) ? [`${title.toLowerCase()}${qualified[is]}`] : [];
	});
	return held.length === 0 ? undefined : held.join(', ');
};

const isoOf = (time: number): string => new Date(time).toISOString();

const day = 86_400_000;
const soon = 30;

/**
Until when a service principal can sign in with what it has now: the last of its credentials to end.
*/
const lastEnd = (credentials: readonly Credential[]): string | undefined => {
	if (credentials.length === 0) {
		return undefined;
	}

	const ends = credentials.map(({endsAt}) => endsAt);
	return ends.includes(undefined) ? 'never' : isoOf(Math.max(...ends as readonly number[]));
};

const credentialFaults = (credentials: Fact<readonly Credential[]> | undefined, now: number): readonly string[] => {
	if (credentials === undefined || isUnknown(credentials)) {
		return [];
	}

	return credentials.flatMap(({type, endsAt}) => {
		if (endsAt === undefined) {
			return [`a ${type} without end`];
		}

		const days = Math.floor((endsAt - now) / day);
		return days < 0 ? [`a ${type} that is over`] : (days < soon ? [`a ${type} that ends in ${days} d`] : []);
	});
};

const principalFaults = (row: MatrixRow, principal: Principal | undefined): readonly string[] => [
	...(row.kind === 'deleted' ? ['it was deleted, its role stands'] : []),
	...(valueOf(principal?.isGuest) === true ? ['a guest'] : []),
	...(valueOf(principal?.isEnabled) === false ? ['its account is blocked'] : []),
];

type Placed = {readonly way: WayId; readonly entrant: Entrant};

/**
By which way a principal comes in. A service principal and a managed identity can be told apart by Microsoft Graph only.
*/
const wayOf = (row: MatrixRow, kubelets: ReadonlyMap<string, string>): WayId => {
	if (kubelets.has(row.id)) {
		return 'clusterIdentity';
	}

	return row.kind === 'managedIdentity' ? 'managedIdentity' : (row.kind === 'servicePrincipal' || row.kind === 'deleted' ? 'servicePrincipal' : 'user');
};

const endOf = (way: WayId, principal: Principal | undefined, graphGap: string | undefined): Entrant['ends'] => {
	if (way !== 'servicePrincipal') {
		return undefined;
	}

	const credentials = principal?.credentials ?? unknown('not-asked', graphGap ?? 'Microsoft Graph was not asked for its credentials.');
	return isUnknown(credentials) ? credentials : lastEnd(credentials);
};

const byRoles = ({matrix, principals, graphGap, clusters, now}: WaysInput): readonly Placed[] => {
	if (!matrix) {
		return [];
	}

	const kubelets = new Map(clusters.flatMap(cluster => {
		const identity = pullIdentityOf(cluster);
		return isUnknown(identity) || identity.kind !== 'kubelet' ? [] : [[identity.id, cluster.name] as const];
	}));
	const clientIds = new Set(clusterPrincipals(clusters).map(([, clientId]) => clientId));
	return matrix.rows.flatMap((row): readonly Placed[] => {
		// It has a way of its own.
		if (clientIds.has(principals.get(row.id)?.appId ?? '')) {
			return [];
		}

		const rights = imageRights(matrix, row);
		if (rights === undefined) {
			return [];
		}

		const way = wayOf(row, kubelets);
		const principal = principals.get(row.id);
		const cluster = kubelets.get(row.id);
		const overFaults = cluster !== undefined && /push|delete/v.test(rights) ? ['it only has to pull'] : [];
		return [{
			way,
			entrant: {
				name: cluster === undefined ? `${row.name}${row.kind === 'group' ? ' (group)' : ''}` : `cluster ${cluster}`,
				rights,
				ends: endOf(way, principal, graphGap),
				faults: [...overFaults, ...principalFaults(row, principal), ...(way === 'servicePrincipal' ? credentialFaults(principal?.credentials, now) : [])],
			},
		}];
	});
};

const endFaults: Readonly<Record<ReturnType<typeof tokenEndOf>, ((days: number) => string) | undefined>> = {
	endless: () => 'a password without end', over: () => 'a password that is over', soon: days => `a password that ends in ${days} d`, far: () => 'a password that ends in more than a year', kept: undefined,
};

/**
Until when a token signs in with what it has now; absent for one that has nothing to sign in with.
*/
const lastExpiry = (credentials: readonly RegistryTokenCredential[]): string | undefined => (credentials.some(({expires}) => expires === undefined)
	? 'never'
	: credentials.map(({expires}) => expires ?? '').toSorted().at(-1));

const tokenEntrant = (token: RegistryToken, facts: RegistryFacts, now: number): Entrant => {
	const {name, credentials, scopeMapKey, status} = token;
	const map = isUnknown(facts.scopeMaps) ? undefined : facts.scopeMaps.find(({key}) => key === scopeMapKey);
	const actions = map?.actions ?? unknown('not-reported', 'its scope map could not be read');
	const known = isUnknown(credentials) ? [] : credentials;
	const scope = isUnknown(actions) ? undefined : tokenScopeOf(actions);
	const may = scope && [scope.pulls && 'pull', scope.pushes && 'push', scope.deletes && 'delete'].filter(word => word !== false).join(', ');
	const where = scope && (scope.repositories === 'all' ? 'every repository' : scope.repositories.join(', '));
	return {
		name,
		rights: may === undefined ? `unknown: ${isUnknown(actions) ? actions.reason : ''}` : `${may === '' ? 'nothing with images' : may} in ${where === '' ? 'no repository' : where!}`,
		ends: isUnknown(credentials) ? credentials : lastExpiry(known),
		faults: [
			...(isUnknown(status) ? [`whether it is on is not known: ${status.reason}`] : []),
			...known.flatMap(credential => endFaults[tokenEndOf(credential, now)]?.(daysLeft(credential, now) ?? 0) ?? []),
			...(scope !== undefined && scope.broad.length > 0 ? ['it may write to every repository'] : []),
			...(!isUnknown(credentials) && credentials.length === 0 ? ['nobody has made a password for it'] : []),
		],
	};
};

const tokenWay = ({facts, now}: WaysInput): WayIn => {
	const tokens = isUnknown(facts) ? facts : facts.tokens;
	if (isUnknown(facts) || isUnknown(tokens)) {
		return {
			id: 'token', isUsed: isUnknown(tokens) ? tokens : false, entrants: [], gaps: [],
		};
	}

	const able = tokens.filter(({status}) => status !== 'disabled');
	const off = tokens.length - able.length;
	return {
		id: 'token',
		isUsed: able.length > 0,
		entrants: able.map(token => tokenEntrant(token, facts, now)).toSorted((one, other) => other.faults.length - one.faults.length),
		gaps: [],
		notes: off === 0 ? [] : [`${off} more ${off === 1 ? 'token is' : 'tokens are'} switched off.`],
	};
};

const switchWay = (id: WayId, fact: Fact<boolean | undefined>, entrant: Entrant): WayIn => ({
	id, isUsed: isUnknown(fact) ? fact : fact ?? false, entrants: fact === true ? [entrant] : [], gaps: [],
});

const onlyClientId = 'Of a cluster\'s service principal only the client id is known; role assignments name its object id.';

/**
What a cluster comes in with that pulls as a service principal: known where Microsoft Graph leads from its client id to a row.
*/
const clusterPrincipalEntrant = ({name}: Cluster, clientId: string, {matrix, principals, now}: WaysInput): Entrant => {
	const principal = principals.values().find(({appId}) => appId === clientId);
	const row = principal && matrix?.rows.find(({id}) => id === principal.id);
	const faults = ['a secret that lies in the cluster', ...credentialFaults(principal?.credentials, now)];
	if (!principal || !matrix) {
		return {
			name: `cluster ${name}`, rights: 'unknown', ends: unknown('not-reported', onlyClientId), faults,
		};
	}

	return {
		name: `cluster ${name}`,
		rights: (row && imageRights(matrix, row)) ?? 'nothing with images by a role that was read',
		ends: endOf('servicePrincipal', principal, undefined),
		faults,
	};
};

const clusterPrincipals = (clusters: readonly Cluster[]): ReadonlyArray<readonly [cluster: Cluster, clientId: string]> => clusters.flatMap(cluster => {
	const identity = pullIdentityOf(cluster);
	return !isUnknown(identity) && identity.kind === 'servicePrincipal' ? [[cluster, identity.id] as const] : [];
});

const clusterPrincipalWay = (input: WaysInput): WayIn => {
	const own = clusterPrincipals(input.clusters);
	const entrants = own.map(([cluster, clientId]) => clusterPrincipalEntrant(cluster, clientId, input));
	const isAnyUnknown = entrants.some(({rights}) => rights === 'unknown');
	const mayPull = entrants.some(({rights}) => rights !== 'unknown' && !rights.startsWith('nothing'));
	return {
		id: 'clusterServicePrincipal',
		isUsed: mayPull || (isAnyUnknown ? unknown('not-reported', onlyClientId) : false),
		entrants,
		gaps: isAnyUnknown ? [onlyClientId] : [],
	};
};

const working = unknown('not-asked', 'who holds roles here is still being worked out');

/**
Who comes in to a registry by which of its ways, with which rights, until when, and what is wrong with it.
*/
export const waysIn = (input: WaysInput): readonly WayIn[] => {
	const {registry, matrix, graphGap} = input;
	const placed = Map.groupBy(byRoles(input), ({way}) => way);
	const roleWay = (id: WayId, more: readonly string[] = []): WayIn => {
		const entrants = (placed.get(id) ?? []).map(({entrant}) => entrant);
		const gaps = matrix?.gaps ?? [];
		const nobody = gaps.length === 0 ? false : unknown('not-reported', gaps[0]!);
		return {
			id, isUsed: entrants.length > 0 ? true : (matrix ? nobody : working), entrants, gaps: [...gaps, ...more],
		};
	};

	const apart = graphGap === undefined ? [] : [`A service principal and a managed identity can be told apart by Microsoft Graph only: ${graphGap}`];
	return [
		roleWay('user'),
		roleWay('servicePrincipal', apart),
		roleWay('managedIdentity', apart),
		roleWay('clusterIdentity'),
		clusterPrincipalWay(input),
		switchWay('adminUser', registry.adminUser, {
			name: registry.name, rights: 'pull, push in every repository, whatever the roles say', ends: 'never', faults: ['one account with a password for everybody', 'a password without end'],
		}),
		tokenWay(input),
		switchWay('anonymous', registry.anonymousPull, {
			name: 'everybody who reaches the registry', rights: 'pull in every repository', faults: ['nobody signs in'],
		}),
	];
};
