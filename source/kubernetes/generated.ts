/**
What is used of Kubernetes' client: named here, so that nothing else of it comes into the bundle. Loaded late, by `clients.ts` alone.
*/
export {
	AppsV1Api,
	CoreV1Api,
	createConfiguration,
	CustomObjectsApi,
	NetworkingV1Api,
	Observable,
	RbacAuthorizationV1Api,
	ResponseContext,
	ServerConfiguration,
	StorageV1Api,
	VersionApi,
} from '@kubernetes/client-node/dist/gen/index.js';
