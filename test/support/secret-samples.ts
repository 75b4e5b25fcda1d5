import {Buffer} from 'node:buffer';

const letters = 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8xC0bF'; // No secret of anybody.

const base64Of = (text: string): string => Buffer.from(text).toString('base64');

/**
What must never be seen: the part of each sample that is the secret.
*/
export type SecretSample = {readonly kind: string; readonly name: string; readonly value: string; readonly secret: string};

const sample = (kind: string, name: string, secret: string, value = secret): SecretSample => ({
	kind, name, value, secret,
});

/**
Written apart, so that no scanner takes the test for a leak.
*/
const pem = (what: string, body: string): string => ['-----BEGIN', what, 'PRIVATE KEY-----'].filter(part => part !== '').join(' ') + `\n${body}\n` + ['-----END', what, 'PRIVATE KEY-----'].filter(part => part !== '').join(' ');

const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';

const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${letters}`;

const key88 = `${letters}${letters}${letters.slice(0, 22)}==`;

/**
Forty kinds of secret under names that do not all tell.
*/
export const secretSamples: readonly SecretSample[] = [
	sample('storage connection string', 'STORAGE', key88, `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${key88};EndpointSuffix=core.windows.net`),
	sample('SQL connection string', 'DB', `Sql-${letters}`, `Server=tcp:db.database.windows.net;User ID=app;Password=Sql-${letters};Encrypt=true`),
	sample('Service Bus connection string', 'BUS', `${letters}Abcdefghijk=`, `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${letters}Abcdefghijk=`),
	sample('Redis connection string', 'CACHE', `Red1s${letters}`, `cache.redis.cache.windows.net:6380,password=Red1s${letters},ssl=True`),
	sample('Application Insights', 'APPLICATIONINSIGHTS_CONNECTION_STRING', '6f1d2c3b-4a59-4687-9788-99aabbccddee', 'InstrumentationKey=6f1d2c3b-4a59-4687-9788-99aabbccddee;IngestionEndpoint=https://x/'),
	sample('SAS address', 'BLOB', `sIg${letters}`, `https://st.blob.core.windows.net/c?sv=2024-11-04&sp=r&sig=sIg${letters}%3D`),
	sample('SAS alone', 'QUERY', `sIh${letters}`, `sig=sIh${letters}&sv=2024-11-04`),
	sample('password in an address', 'DATABASE_URL', `pgPw${letters}`, `postgres://app:pgPw${letters}@db:5432/shop`),
	sample('password without a user', 'REDIS_URL', `rdPw${letters}`, `redis://:rdPw${letters}@cache:6379/0`),
	sample('password in a driver\'s address', 'DSN', `goPw${letters}`, `app:goPw${letters}@tcp(db:3306)/shop`),
	sample('function key in an address', 'CALLBACK', `fnKey${letters}`, `https://fn.azurewebsites.net/api/run?code=fnKey${letters}`),
	sample('chat webhook', 'NOTIFY', `T0000000/B0000000/${letters}`, `https://hooks.slack.com/services/T0000000/B0000000/${letters}`),
	sample('JWT', 'SESSION', jwt),
	sample('bearer token', 'HEADER', `${letters}${letters}`, `Authorization: Bearer ${letters}${letters}`),
	sample('basic sign-in', 'HEADERS', base64Of(`app:bsPw${letters}`), `Authorization: Basic ${base64Of(`app:bsPw${letters}`)}`),
	sample('private key', 'CERT', 'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj', pem('', body)),
	sample('RSA key', 'SIGNER', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', pem('RSA', body)),
	sample('SSH key', 'DEPLOY', 'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj', pem('OPENSSH', body)),
	sample('private key on one line', 'PEM_ONE', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', pem('EC', body).replaceAll('\n', String.raw`\n`)),
	sample('private key in base64', 'BUNDLE', base64Of(pem('', body)), base64Of(pem('', body))),
	sample('JSON with a password', 'SETTINGS', `js${letters}`, `{"user":"app","password":"js${letters}"}`),
	sample('JSON with a password in base64', 'BLOB64', base64Of(`{"user":"app","password":"jb${letters}"}`)),
	sample('registry sign-in', 'DOCKER_CONFIG_JSON', base64Of(`app:dkPw${letters}`), `{"auths":{"acr.azurecr.io":{"auth":"${base64Of(`app:dkPw${letters}`)}"}}}`),
	sample('Entra secret', 'ENTRA', `abc8Q~${letters}`, `abc8Q~${letters}`),
	sample('storage key', 'RAW', key88),
	sample('key of 32 bytes', 'SEED', `${letters}AbcdefghIjk=`, `${letters}AbcdefghIjk=`),
	sample('GitHub token', 'SOURCE', `ghp_${letters}ABCD`),
	sample('GitLab token', 'MIRROR', `glpat-${letters}`),
	sample('npm token', 'PACKAGES', `npm_${letters}ABCD`),
	sample('AWS key', 'BACKUP', 'AKIAIOSFODNN7EXAMPLE'),
	sample('Google key', 'MAPS', `AIza${letters}abc`),
	sample('payment key', 'PAY', `sk_live_${letters}`),
	sample('mail key', 'MAIL', `SG.${letters}.${letters}`),
	sample('vault token', 'VAULT', `hvs.${letters}`),
	sample('secret by its name', 'DB_PASSWORD', 'hunter2'),
	sample('secret by its name in camels', 'clientSecret', 'correct horse battery staple'),
	sample('token by its name', 'ACCESS_TOKEN', 'opaque-token-value'),
	sample('key by its name', 'API_KEY', 'k-12-ab-77'),
	sample('number as a password', 'ADMIN_PASSWORD', '84711147'),
	sample('several lines', 'CONFIG', `ml${letters}`, `host: db\nuser: app\npassword: ml${letters}\nport: 5432`),
];

/**
Commands with a secret, and what of it must never be seen.
*/
export const secretCommands: ReadonlyArray<{readonly command: readonly string[]; readonly secret: string}> = [
	{command: ['/app', `--password=c1${letters}`], secret: `c1${letters}`},
	{command: ['/app', '--client-secret', `c2${letters}`], secret: `c2${letters}`},
	{command: ['/app', '--api-key', 'c3-short-key'], secret: 'c3-short-key'},
	{command: ['mysql', '-uroot', '-pc4hunter'], secret: 'c4hunter'},
	{command: ['sh', '-c', 'mysql -u root -p c5hunter shop < /dump.sql'], secret: 'c5hunter'},
	{command: ['sh', '-c', 'PGPASSWORD=c6hunter psql -h db -p 5432'], secret: 'c6hunter'},
	{command: ['curl', '-u', 'app:c7hunter', 'https://x.example/'], secret: 'c7hunter'},
	{command: ['sh', '-c', 'echo c8; az login --service-principal -u x -p c8hunter2 -t y'], secret: 'c8hunter2'},
	{command: ['redis-cli', '-a', 'c9hunter'], secret: 'c9hunter'},
	{command: ['git', 'clone', `https://ci:c10${letters}@git.example/x.git`], secret: `c10${letters}`},
	{command: ['sh', '-c', `cat <<X\n${pem('', body)}\nX`], secret: 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'},
	{command: ['write', ...pem('', body).split('\n')], secret: 'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'},
	{command: ['sh', '-c', `curl -H "Authorization: Bearer ${letters}${letters}" https://x.example`], secret: `${letters}${letters}`},
];

/**
A shell's own way to name a variable.
*/
export const tokenReference = ['$', '{API_TOKEN}'].join('');

/**
Forty values that look like much, and are no secrets.
*/
export const harmless: ReadonlyArray<readonly [name: string, value: string]> = [
	['LOG_LEVEL', 'debug'],
	['PORT', '8080'],
	['ASPNETCORE_URLS', 'https://+:443'],
	['AZURE_CLIENT_ID', '22222222-3333-4444-8555-666666666666'],
	['AZURE_TENANT_ID', '11111111-2222-4333-8444-555555555555'],
	['PASSWORD_FILE', '/run/secrets/db'],
	['DB_PASSWORD', '$(DB_PASSWORD)'],
	['DB_PASS', '/run/secrets/db_pass'],
	['API_TOKEN', tokenReference],
	['SMTP_PASSWORD', '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/smtp)'],
	['KEY_VAULT_URL', 'https://kv-shop.vault.azure.net/'],
	['SECRET_NAME', 'db-password'],
	['SECRETS_PATH', '/mnt/secrets'],
	['TOKEN_ENDPOINT', 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
	['TOKEN_TTL', '3600'],
	['MAX_TOKENS', '4096'],
	['PASSWORD_MIN_LENGTH', '12'],
	['API_KEY_HEADER', 'X-Api-Key'],
	['ENABLE_SECRET_ROTATION', 'true'],
	['PARTITION_KEY', 'tenantId'],
	['SORT_KEY', 'created'],
	['CACHE_KEY', 'shop:orders'],
	['PUBLIC_KEY', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 somebody'],
	['IMAGE', 'acrshop.azurecr.io/shop/worker@sha256:4af8e6f002401a965bbe753a381af308b40d8947fad2b9e1f6a369aa81abee59'],
	['GIT_COMMIT', '0123456789abcdef0123456789abcdef01234567'],
	['BUILD', '2026.11.24-7'],
	['QUEUE', 'orders'],
	['DATABASE_URL', 'postgres://db:5432/shop'],
	['REDIS', 'redis://cache:6379/0'],
	['SEARCH', 'https://shop.example/find?q=code&page=2'],
	['JAVA_OPTS', '-Xmx512m -Dspring.profiles.active=prod'],
	['GREETING', 'hello world, this is a long sentence without any secret in it'],
	['CONFIG', '{"host":"db","port":5432,"user":"app"}'],
	['CONFIG64', base64Of('{"host":"db","port":5432,"user":"app"}')],
	['CRON', '0 3 * * *'],
	['AUTHORITY', 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/'],
	['AUTH_MODE', 'managedIdentity'],
	['FEATURES', 'fast-checkout,dark-mode'],
	['TZ', 'Europe/Berlin'],
	['EMPTY_PASSWORD', ''],
];

/**
More of either kind, which has been taken for the other.
*/
export const doubtful: ReadonlyArray<readonly [name: string, value: string, isSecret: boolean]> = [
	['GOOGLE_APPLICATION_CREDENTIALS', '/workspace/account.json', false],
	['COOKIE_DOMAIN', '.shop.example', false],
	['COOKIE_SECURE', 'true', false],
	['SESSION_COOKIE', 'sid', false],
	['GPIO_PIN', '17', false],
	['TOKEN_SERVICE', 'issuer', false],
	['PASSWORD_RESET_STRATEGY', 'email', false],
	['POSTGRES_HOST_AUTH_METHOD', 'trust', false],
	['ACCESS_TOKEN', '84711147', true],
	['SECRET_KEY_BASE', 'short', true],
	['SESSION_KEY', 'aB3dE5gH7jK9', true],
	['HASH_KEY', 'aB3dE5gH7jK9mN1p', true],
	['CARD_PIN', '4711', true],
	['BASIC_AUTH', 'app:hunter2', true],
	['ROLE_SECRET_ID', '6f1d2c3b-4a59-4687-9788-99aabbccddee', true],
	['DB_PASSWORD_2', 'x', true],
	['SPRING_DATASOURCE_URL', 'jdbc:postgresql://db/shop?user=app&password=hunter2', true],
];

/**
Commands without a secret.
*/
export const harmlessCommands: ReadonlyArray<readonly string[]> = [
	['/bin/sh', '-c', `exec /app/worker --token=${tokenReference}`],
	['/app', '--port', '8080', '--password-file=/run/secrets/db'],
	['sh', '-c', 'docker run -p 80:80 nginx'],
	['psql', '-h', 'db', '-p', '5432'],
	['/app/migrate', 'up'],
	['sh', '-c', 'mkdir -p /data && cp -p a b'],
];
