import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {Fact, Unknown} from '../../model/known.js';
import type {Principal} from '../../model/principal.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleDefinition} from '../../model/role-definition.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';

/**
Everything that was read of who may do what; a fleet's engine works on it.
*/
export type AccessParts = {
	readonly assignments: readonly RoleAssignment[];
	/**
	Why some of them, or all, were not read: of all subscriptions, and of each, by its id.
	*/
	readonly assignmentGap: Unknown | undefined;
	readonly assignmentGaps: ReadonlyMap<string, Unknown>;
	/**
	What was listed goes before what we carry.
	*/
	readonly definitions: readonly RoleDefinition[];
	readonly definitionGap: Unknown | undefined;
	/**
	By the id of the subscription. One that is not there was not asked: `denialGap` and `eligibilityGap` say why.
	*/
	readonly denials: ReadonlyMap<string, Fact<readonly DenyAssignment[]>>;
	readonly denialGap: Unknown;
	readonly eligibilities: ReadonlyMap<string, Fact<readonly RoleEligibility[]>>;
	readonly eligibilityGap: Unknown;
	/**
	By object id; empty where nobody has asked Microsoft Graph, or where it refused.
	*/
	readonly principals: ReadonlyMap<string, Principal>;
	/**
	Why names are not known; absent where Graph was asked.
	*/
	readonly graphGap: Unknown | undefined;
	/**
	Management groups above each subscription, by its id; one that is not there is not known.
	*/
	readonly managementGroups: ReadonlyMap<string, readonly string[]>;
	readonly subscriptionNames: ReadonlyMap<string, string>;
	/**
	The registries that are judged, and in which mode; one whose mode is not known counts as the older one.
	*/
	readonly registries: ReadonlyArray<{readonly key: string; readonly isAbac: boolean}>;
	/**
	Keys of the clusters that are judged.
	*/
	readonly clusters: readonly string[];
	/**
	Object ids that nodes pull with, in small letters.
	*/
	readonly kubelets: readonly string[];
	/**
	Why it is not known as whom the nodes of some cluster pull.
	*/
	readonly kubeletGap?: Unknown | undefined;
	/**
	Object ids of the identities of container groups, in small letters.
	*/
	readonly groupIdentities: readonly string[];
};
