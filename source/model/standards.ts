/**
Whose keys encrypt: `own` asks for keys of the customer, `platform` says that Microsoft's are enough, `any` decides nothing.
*/
export const encryptionKeyChoices = ['any', 'platform', 'own'] as const;

export type EncryptionKeys = (typeof encryptionKeyChoices)[number];

/**
What an organisation asks of its resources beyond what is right for everybody.
*/
export type Standards = {
	/**
	Names of tags, in any casing: Azure does not tell them apart by it.
	*/
	readonly requiredTags: readonly string[];
	/**
	Whether every node has to use validated cryptography (FIPS 140).
	*/
	readonly requireFips: boolean;
	readonly encryptionKeys: EncryptionKeys;
	/**
	Hosts that images may come from, `*.azurecr.io` or `mcr.microsoft.com/oss`; empty: nobody has said.
	*/
	readonly approvedRegistries: readonly string[];
	/**
	Whether images are to be signed.
	*/
	readonly requireSignatures: boolean;
};

/**
Nothing is asked for.
*/
export const noStandards: Standards = Object.freeze({
	requiredTags: Object.freeze([]), requireFips: false, encryptionKeys: 'any', approvedRegistries: Object.freeze([]), requireSignatures: false,
});
