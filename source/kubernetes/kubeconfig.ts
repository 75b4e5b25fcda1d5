/**
One entry of a kubeconfig: a cluster as somebody signs in to it.
*/
export type KubeconfigContext = {
	readonly name: string;
	/**
	Name of its entry under `clusters`.
	*/
	readonly clusterName: string;
	readonly server: string;
	/**
	PEM; absent: the machine's own trust store.
	*/
	readonly certificateAuthority: string | undefined;
	readonly serverName: string | undefined;
	readonly user: KubeconfigUser;
};

export type KubeconfigUser =
	| {readonly kind: 'none'}
	/**
	An Entra token for AKS's server application, by whatever the file would run or call for it.
	*/
	| {readonly kind: 'entra'}
	| {readonly kind: 'token'; readonly token: string}
	| {readonly kind: 'certificate'; readonly certificate: string; readonly key: string}
	| {readonly kind: 'exec'; readonly plugin: ExecPlugin};

/**
A command that gives a credential. Source: client.authentication.k8s.io ExecCredential.
*/
export type ExecPlugin = {
	readonly command: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly apiVersion: string;
};

/**
What is wrong with a kubeconfig: one sentence, sanitised, without anything that it holds in confidence.
*/
export class KubeconfigError extends Error {
	override name = 'KubeconfigError';
	readonly remedy: string | undefined;

	constructor(message: string, remedy?: string) {
		super(message);
		this.remedy = remedy;
	}
}

/**
A kubeconfig: its contexts are read one by one, for what is wrong with one says nothing of another.
*/
export type Kubeconfig = {
	readonly names: readonly string[];
	readonly current: string | undefined;
	/**
	Where a context leads, without its user: for choosing. Absent where there is no such context or no such cluster.
	*/
	readonly peek: (name: string) => {readonly clusterName: string; readonly server: string; readonly serverName: string | undefined} | undefined;
	/**
	@throws KubeconfigError
	*/
	readonly open: (name: string) => KubeconfigContext;
};
