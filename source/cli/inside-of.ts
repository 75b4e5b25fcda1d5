import type {KubeconfigChoice} from '../kubernetes/reach-input.js';
import type {InsideGrants} from '../model/inside.js';
import type {Settings} from '../settings/settings.js';

export type InsideSettings = {
	/**
	Whether all clusters are looked into from the start.
	*/
	readonly isAsked: boolean;
	readonly grants: InsideGrants;
	readonly concurrency: number;
};

/**
How clusters are looked into with these settings. In the demo they are, unless a setting says otherwise; not in a fleet for measuring, whose
source counts are its own.
*/
export const insideOf = ({demo, inside, localAccounts, runCommand, kubeconfig, insideConcurrency, origin}: Settings): InsideSettings => {
	const isOn = inside || localAccounts || (demo === 'on' && origin.inside.from === 'default');
	return {
		isAsked: isOn || runCommand || kubeconfig !== undefined,
		grants: {userCredential: isOn, localAccounts, runCommand},
		concurrency: insideConcurrency,
	};
};

/**
The kubeconfig that a person has named; absent where there is none.
*/
export const kubeconfigOf = ({kubeconfig: file, context, allowExec}: Settings): KubeconfigChoice | undefined =>
	file === undefined ? undefined : {file, context, allowExec};
