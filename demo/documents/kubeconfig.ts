import {Buffer} from 'node:buffer';
import type {Site} from '../inside/site.js';
import {apiServerHost} from './api-server-host.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
Nobody signs or verifies in the demo: the words stand where a certificate and its key would.
*/
const pem = (kind: string): string => base64(`-----BEGIN ${kind}-----\nZGVtbw==\n-----END ${kind}-----\n`);

/**
Kubelogin, with AKS's server and client applications (example document).
*/
const execUser = ({context: {tenantId}}: Site): string => `    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      args:
      - get-token
      - --environment
      - AzurePublicCloud
      - --server-id
      - 6dae42f8-4368-4678-94ff-3960e28e3630
      - --client-id
      - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
      - --tenant-id
      - ${tenantId}
      - --login
      - devicecode
      command: kubelogin
      env: null
      provideClusterInfo: false`;

const certificateUser = `    client-certificate-data: ${pem('CERTIFICATE')}
    client-key-data: ${pem('EC PRIVATE KEY')}`;

/**
The kubeconfig that `listClusterUserCredential` hands out: for kubelogin where Entra signs in, else with the certificate that everybody shares.
*/
export const kubeconfigOf = (site: Site): string => {
	const {cluster, context: {seed}} = site;
	const user = `clusterUser_${cluster.resourceGroup}_${cluster.name}`;
	return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${pem('CERTIFICATE')}
    server: https://${apiServerHost(cluster, seed)}:443
  name: ${cluster.name}
contexts:
- context:
    cluster: ${cluster.name}
    user: ${user}
  name: ${cluster.name}
current-context: ${cluster.name}
kind: Config
preferences: {}
users:
- name: ${user}
  user:
${cluster.entra ? execUser(site) : certificateUser}
`;
};
