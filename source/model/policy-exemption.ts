import type {Fact} from './known.js';

/**
Somebody has exempted a scope from an assignment of Azure Policy.
Source: Microsoft.Authorization policyExemptions, api-version 2022-07-01-preview.
*/
export type PolicyExemption = {
	readonly kind: 'exemption';
	readonly id: string;
	/**
	Id in small letters.
	*/
	readonly key: string;
	readonly name: string;
	/**
	Empty for one of a management group.
	*/
	readonly subscriptionId: string;
	readonly resourceGroup: string;
	/**
	What it exempts, with all that lies below: the id before its own type, in small letters.
	*/
	readonly scope: string;
	/**
	In small letters.
	*/
	readonly assignmentId: Fact<string | undefined>;
	/**
	Definitions within an initiative, in small letters; absent or empty: all of them.
	*/
	readonly referenceIds: Fact<readonly string[] | undefined>;
	/**
	Waiver: the risk is taken for a time; Mitigated: the aim is met another way.
	*/
	readonly category: Fact<string | undefined>;
	/**
	Milliseconds since 1970; absent for one without an end. Azure keeps an exemption that is over, and no longer honours it.
	*/
	readonly expiresAt: Fact<number | undefined>;
	readonly displayName: Fact<string | undefined>;
	readonly description: Fact<string | undefined>;
	/**
	Who made it, where that is a person's name and not an object id.
	*/
	readonly createdBy: string | undefined;
};

/**
Azure Policy says of one resource and one definition that it is exempt.
Source: Microsoft.PolicyInsights policyStates, api-version 2024-10-01; Resource Graph `policyresources`.
*/
export type ExemptState = {
	readonly kind: 'state';
	/**
	Id in small letters.
	*/
	readonly key: string;
	/**
	Key of the resource.
	*/
	readonly resourceKey: string;
	/**
	Of the resource.
	*/
	readonly subscriptionId: string;
	/**
	Last segment of the definition's id, in small letters: a GUID where it is a built-in one.
	*/
	readonly definition: string;
	readonly assignmentId: string;
	/**
	Which definition of an initiative; absent where the definition is assigned by itself. In small letters.
	*/
	readonly referenceId: Fact<string | undefined>;
};

export type PolicyRecord = PolicyExemption | ExemptState;
