import type {Outcome} from '../../../source/posture/check.js';
import type {PolicyCondition} from '../../support/azure-policy.js';

/**
A definition of Azure Policy that the catalogue names with a check, and what both say of the same documents.
*/
export type PolicyRow = {
	readonly checkId: string;
	/**
	Name and version of the definition (github.com/Azure/azure-policy, built-in-policies).
	*/
	readonly definition: string;
	readonly version: string;
	/**
	Its `policyRule.if` without the condition on the type: where it is met, the resource is not compliant.
	*/
	readonly condition: PolicyCondition;
	readonly documents: ReadonlyArray<{
		/**
		In words.
		*/
		readonly name: string;
		readonly document: unknown;
		readonly isCompliant: boolean;
		readonly ours: Outcome['status'];
		readonly judge: () => Outcome;
		/**
		Why ours differs; only where it does (a pass is compliant, a failure is not).
		*/
		readonly because?: string;
	}>;
};
