/**
Packages that images of this company carry: name, vendor, ecosystem, what is found, what fixes it (absent: nothing yet).
*/
export const packages: ReadonlyArray<readonly [name: string, vendor: string, type: 'OS' | 'Language', found: string, fixed: string | undefined]> = [
	['openssl', 'debian', 'OS', '3.0.11-1~deb12u2', '3.0.15-1~deb12u1'],
	['libexpat1', 'ubuntu', 'OS', '2.4.7-1ubuntu0.2', '2.4.7-1ubuntu0.4'],
	['curl', 'debian', 'OS', '7.88.1-10+deb12u5', '7.88.1-10+deb12u8'],
	['zlib1g', 'debian', 'OS', '1:1.2.13.dfsg-1', undefined],
	['glibc', 'azurelinux', 'OS', '2.38-8.azl3', '2.38-10.azl3'],
	['krb5-libs', 'azurelinux', 'OS', '1.21.3-1.azl3', '1.21.3-2.azl3'],
	['libxml2', 'debian', 'OS', '2.9.14+dfsg-1.3~deb12u1', '2.9.14+dfsg-1.3~deb12u2'],
	['busybox', 'alpine', 'OS', '1.36.1-r15', '1.36.1-r29'],
	['systemd', 'ubuntu', 'OS', '249.11-0ubuntu3.11', '249.11-0ubuntu3.15'],
	['gnutls', 'debian', 'OS', '3.7.9-2+deb12u2', '3.7.9-2+deb12u3'],
	['golang.org/x/net', 'golang', 'Language', '0.17.0', '0.33.0'],
	['golang.org/x/crypto', 'golang', 'Language', '0.21.0', '0.31.0'],
	['github.com/golang-jwt/jwt', 'golang', 'Language', '4.5.0', '4.5.2'],
	['express', 'npm', 'Language', '4.17.3', '4.20.0'],
	['axios', 'npm', 'Language', '0.27.2', '1.8.2'],
	['follow-redirects', 'npm', 'Language', '1.15.2', '1.15.6'],
	['ws', 'npm', 'Language', '8.13.0', '8.17.1'],
	['spring-web', 'maven', 'Language', '5.3.27', '5.3.39'],
	['jackson-databind', 'maven', 'Language', '2.12.5', '2.12.7.1'],
	['log4j-core', 'maven', 'Language', '2.14.1', '2.17.1'],
	['netty-codec-http2', 'maven', 'Language', '4.1.94.Final', '4.1.100.Final'],
	['tomcat-embed-core', 'maven', 'Language', '9.0.80', '9.0.98'],
	['requests', 'pypi', 'Language', '2.28.1', '2.32.4'],
	['urllib3', 'pypi', 'Language', '1.26.15', '1.26.19'],
	['cryptography', 'pypi', 'Language', '41.0.3', '43.0.1'],
	['jinja2', 'pypi', 'Language', '3.1.2', '3.1.6'],
	['System.Text.Json', 'nuget', 'Language', '8.0.3', '8.0.5'],
	['Newtonsoft.Json', 'nuget', 'Language', '12.0.3', '13.0.1'],
	['Microsoft.Data.SqlClient', 'nuget', 'Language', '5.1.1', '5.1.3'],
];

/**
Services of each team, which give repositories and workloads their names.
*/
export const services: Readonly<Record<string, readonly string[]>> = {
	payments: ['checkout-gateway', 'ledger-writer', 'card-vault-proxy', 'settlement-job', 'fraud-scoring', 'refund-api', 'terminal-sync', 'fx-rates'],
	shop: ['storefront', 'cart-api', 'search-indexer', 'recommendations', 'catalogue-api', 'image-resizer', 'review-api', 'session-store'],
	data: ['spark-executor', 'report-renderer', 'ingest-api', 'notebook-server', 'feature-store', 'stream-router', 'export-job', 'quality-checks'],
	platform: ['ci-runner', 'otel-collector', 'ingress-edge', 'portal-web', 'policy-agent', 'base-dotnet', 'base-node', 'base-java'],
	identity: ['token-service', 'login-web', 'directory-sync', 'consent-api', 'session-audit', 'mfa-gateway', 'profile-api', 'key-broker'],
	logistics: ['route-planner', 'label-printer', 'parcel-tracking', 'dock-scheduler', 'scanner-gateway', 'carrier-api', 'stock-sync', 'manifest-builder'],
};
