import type {DemoSubscription} from './estate.js';
import type {DemoContainer, GroupSpec} from './group-spec.js';

const web = (image: string, more: Partial<DemoContainer> = {}): DemoContainer => ({
	name: 'web', image, cpu: 1, memory: 1.5, ports: [{port: 443}], hasProbes: true, variables: [{name: 'LOG_LEVEL', value: 'info'}, {name: 'ASPNETCORE_URLS', value: 'https://+:443'}], ...more,
});

const worker = (image: string, more: Partial<DemoContainer> = {}): DemoContainer => ({
	name: 'worker', image, cpu: 1, memory: 2, variables: [{name: 'LOG_LEVEL', value: 'info'}, {name: 'QUEUE', value: 'orders'}, {name: 'DB_PASSWORD'}], ...more,
});

/**
Values that look like secrets and open nothing: what the demo calls out.
*/
const leaked = {
	password: {name: 'SMTP_PASSWORD', value: 'not-a-real-password'},
	connection: {name: 'STORAGE', value: 'DefaultEndpointsProtocol=https;AccountName=stvlmshop;AccountKey=bm90LWEtcmVhbC1rZXk;EndpointSuffix=core.windows.net'},
} as const;

/**
Twelve container groups in eight subscriptions, good and bad.
*/
export const ordinaryGroups = (subscriptions: readonly DemoSubscription[]): readonly GroupSpec[] => {
	const group = (subscriptionName: string, name: string, region: string, given: Pick<GroupSpec, 'containers' | 'network'> & Partial<GroupSpec>): GroupSpec => {
		const subscription = subscriptions.find(entry => entry.name === `vlm-${subscriptionName}`)!;
		const {team, environment} = subscription;
		return {
			name, subscription, resourceGroup: `rg-${team}-${environment}-jobs`, region, team, ...given,
		};
	};

	return [
		group('shop-prod', 'aci-shop-preview', 'westeurope', {
			network: 'public', label: 'vlm-shop-preview', labelScope: 'Unsecure', pull: {server: 'vlmshop.azurecr.io', by: 'admin'},
			containers: [web('vlmshop.azurecr.io/shop/frontend:preview', {ports: [{port: 80}, {port: 443}], variables: [{name: 'LOG_LEVEL', value: 'debug'}, leaked.connection]}), {
				name: 'cache', image: 'redis:7', cpu: 0.5, memory: 1, ports: [{port: 6379}],
			}],
		}),
		group('shop-prod', 'aci-shop-orders', 'westeurope', {
			network: 'private', pull: {server: 'vlmshop.azurecr.io', by: 'identity'}, identity: 'user', hasLogs: true, zone: '1',
			containers: [worker('vlmshop.azurecr.io/shop/orders:4.2.1'), {
				name: 'migrate', image: 'vlmshop.azurecr.io/shop/migrate:4.2.1', cpu: 0.5, memory: 0.5, isInit: true, behaviour: 'finished', command: ['/app/migrate', 'up'],
			}],
		}),
		group('shop-nonprod', 'aci-mailer', 'westeurope', {
			network: 'none', restartPolicy: 'Always', pull: {server: 'vlmshopdev.azurecr.io', by: 'password'},
			containers: [worker('vlmshopdev.azurecr.io/shop/mailer:latest', {behaviour: 'crashing', command: ['/bin/sh', '-c', 'exec /app/mailer --smtp-password=not-a-real-password'], variables: [leaked.password, {name: 'SMTP_HOST', value: 'smtp.vellamar.example'}]})],
		}),
		group('payments-prod', 'aci-reconcile', 'germanywestcentral', {
			network: 'none', restartPolicy: 'Never', pull: {server: 'vlmpayments.azurecr.io', by: 'identity'}, identity: 'both', hasLogs: true,
			containers: [worker('vlmpayments.azurecr.io/payments/reconcile@sha256:4af8e6f002401a965bbe753a381af308b40d8947fad2b9e1f6a369aa81abee59', {name: 'reconcile', behaviour: 'finished'})],
		}),
		group('payments-prod', 'aci-tokeniser', 'germanywestcentral', {
			network: 'private', sku: 'Confidential', pull: {server: 'vlmpayments.azurecr.io', by: 'identity'}, identity: 'user', hasLogs: true,
			containers: [worker('vlmpayments.azurecr.io/payments/tokeniser:2.0.7', {name: 'tokeniser', hasProbes: true})],
		}),
		group('data-prod', 'aci-ingest-blue', 'westeurope', {
			network: 'private', pull: {server: 'vlmdata.azurecr.io', by: 'identity'}, identity: 'system', hasLogs: true,
			containers: [worker('vlmdata.azurecr.io/data/ingest:11.3.0', {
				name: 'ingest', cpu: 4, memory: 8, mounts: ['share'],
			})],
		}),
		group('data-nonprod', 'aci-notebook', 'northeurope', {
			network: 'public', label: 'vlm-notebook',
			containers: [{
				name: 'jupyter', image: 'docker.io/jupyter/datascience-notebook:latest', cpu: 2, memory: 8, ports: [{port: 8888}], command: ['start-notebook.sh', '--NotebookApp.token=not-a-real-token'], mounts: ['share', 'code'],
			}],
		}),
		group('data-nonprod', 'aci-training', 'northeurope', {
			network: 'none', isSpot: true, restartPolicy: 'OnFailure', identity: 'system', containers: [{
				name: 'train', image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04', cpu: 4, memory: 16, behaviour: 'finished',
			}],
		}),
		group('platform-shared', 'aci-build-agents', 'eastus2', {
			network: 'none', identity: 'user', pull: {server: 'vlmplatform.azurecr.io', by: 'identity'}, hasLogs: true,
			containers: [{
				name: 'agent-1', image: 'vlmplatform.azurecr.io/ci/agent:2026.11', cpu: 2, memory: 4,
			}, {
				name: 'agent-2', image: 'vlmplatform.azurecr.io/ci/agent:2026.11', cpu: 2, memory: 4,
			}],
		}),
		group('logistics-prod', 'aci-edi-gateway', 'westeurope', {
			os: 'Windows', network: 'public', label: 'vlm-edi', labelScope: 'TenantReuse', pull: {server: 'vlmlogistics.azurecr.io', by: 'admin'}, identity: 'system',
			containers: [{
				name: 'edi', image: 'vlmlogistics.azurecr.io/edi/gateway:ltsc2022', cpu: 2, memory: 4, ports: [{port: 443}, {port: 3389}], variables: [{name: 'PARTNER_API_KEY', value: 'not-a-real-partner-key'}],
			}],
		}),
		group('identity-prod', 'aci-ldap-sync', 'northeurope', {
			network: 'private', restartPolicy: 'OnFailure', pull: {server: 'vlmidentity.azurecr.io', by: 'identity'}, identity: 'user', hasLogs: true, isStopped: true, containers: [worker('vlmidentity.azurecr.io/identity/sync:1.9.4', {name: 'sync'})],
		}),
		group('sandbox', 'aci-try-out', 'swedencentral', {network: 'public', hasFailed: true, containers: [web('ghcr.io/example/whoami:v1', {ports: [{port: 80}, {port: 22}]})]}),
	];
};
