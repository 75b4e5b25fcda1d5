export type ResourceKind = 'cluster' | 'nodePool' | 'registry' | 'finding' | 'subscription' | 'defenderPlan' | 'diskEncryptionSet' | 'keyVault' | 'node' | 'service' | 'networkResource' | 'dataDisk' | 'principal' | 'vulnerability' | 'image' | 'containerGroup' | 'host';

/**
What every Azure resource has. All texts are sanitised when they enter the model.
*/
export type Resource = {
	readonly kind: ResourceKind;
	/**
	The Azure resource id in the casing that Azure sent.
	*/
	readonly id: string;
	/**
	The id in small letters: Azure's ids compare without regard to case, so maps, marks and cursors use this.
	*/
	readonly key: string;
	readonly name: string;
	/**
	In small letters, as a GUID.
	*/
	readonly subscriptionId: string;
	readonly resourceGroup: string;
	/**
	Region name as in `location`, in small letters without blanks (`westeurope`).
	*/
	readonly region: string;
	readonly tags: Readonly<Record<string, string>>;
};
