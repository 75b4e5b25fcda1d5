/**
Endpoints and audiences of one Azure cloud. URLs without a trailing slash.
*/
export type Cloud = {
	/**
	`public`, `us-government`, `china`, or the name in a profile file.
	*/
	readonly name: string;
	readonly resourceManager: string;
	/**
	Entra's authority host, e.g. `https://login.microsoftonline.com`.
	*/
	readonly authorityHost: string;
	readonly audiences: {readonly resourceManager: string};
	readonly portal: string;
	/**
	True for a private cloud, whose authority cannot be looked up at Microsoft's.
	*/
	readonly disableInstanceDiscovery: boolean;
	/**
	PEM text of an own certificate authority; absent where the machine's own trust store serves.
	*/
	readonly certificateAuthority: string | undefined;
};
