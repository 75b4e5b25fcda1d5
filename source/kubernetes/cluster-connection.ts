/**
How one API server is spoken to. It lives as long as one look, in memory only: it may hold a secret.
*/
export type ClusterConnection = {
	/**
	Https address, without a slash at its end.
	*/
	readonly server: string;
	/**
	PEM of the only authority that may have signed the server's certificate; absent: the machine's own trust store.
	*/
	readonly certificateAuthority: string | undefined;
	/**
	The name in the certificate, where it is another than the server's: behind a tunnel.
	*/
	readonly serverName: string | undefined;
	readonly identity: ClusterIdentity;
};

export type ClusterIdentity =
	| {readonly kind: 'token'; readonly token: (signal: AbortSignal) => Promise<string>}
	/**
	PEM texts.
	*/
	| {readonly kind: 'certificate'; readonly certificate: string; readonly key: string};
