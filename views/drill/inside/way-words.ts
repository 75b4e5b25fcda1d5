import type {ReachWay} from '../../../source/model/inside.js';
import type {Tone} from '../../theme.js';

/**
The ways into a cluster: what each is called, and how a cluster was reached by it.
*/
export const wayWords: Readonly<Record<ReachWay, {readonly name: string; readonly reached: string; readonly tone: Tone}>> = {
	entra: {name: 'Entra ID', reached: 'with your Entra identity, through the cluster user credentials', tone: 'good'},
	'local-account': {name: 'Local account', reached: 'with the shared certificate of its local account, kept in memory only', tone: 'medium'},
	kubeconfig: {name: 'Kubeconfig', reached: 'with the kubeconfig that you named', tone: 'plain'},
	'run-command': {name: 'Run command', reached: 'by the run command: a pod in the cluster, a line in its activity log', tone: 'medium'},
};
