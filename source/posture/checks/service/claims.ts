import type {ClusterService} from '../../../model/cluster-service.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {kubectlService} from '../../kubectl.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	notReported,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';

const typePath = 'spec.type';
const namePath = 'spec.externalName';
const externalPath = 'spec.externalIPs';

/**
Names that Azure gives away again once their resource is deleted: whoever takes one gets the traffic.
*/
const reusable = /\.(?:azurewebsites\.net|azurecontainer\.io|cloudapp\.azure\.com|cloudapp\.net|trafficmanager\.net|azureedge\.net|blob\.core\.windows\.net)\.?$/iv;

const judgeName = (service: ClusterService, {names}: JudgeContext): Outcome => {
	const {type, externalName} = service;
	const fault = firstUnknown(type, externalName);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (type !== 'ExternalName') {
		return notApplicable(seen(typePath, valueOf(type)));
	}

	const name = valueOf(externalName);
	if (name === undefined || name === '') {
		return notReported(namePath);
	}

	switch (names?.get(name)) {
		case 'found': {
			return pass(seen(namePath, name));
		}

		case 'gone': {
			return fail([seen(namePath, name), seen('name service', 'no such name')], reusable.test(name)
				? {detail: 'Anybody can take that name in Azure.'}
				: {severity: 'medium', detail: 'Requests to the Service go nowhere; who registers the name gets them.'});
		}

		case undefined: {
			return unknownBecause(`${name} could not be looked up from here`);
		}
	}
};

const judgeExternal = ({externalIps}: ClusterService): Outcome => {
	if (isUnknown(externalIps)) {
		return unknownBecause(externalIps.reason);
	}

	return externalIps.length === 0 ? pass(seen(externalPath, undefined)) : fail([seen(externalPath, externalIps)]);
};

export const claimChecks: ReadonlyArray<Check<'service'>> = [
	{
		id: 'service-externalname-dangling',
		kind: 'service',
		title: 'Service stands for a name outside that does not exist',
		severity: 'high',
		why: 'Whoever registers the freed name gets what the cluster sends there, under an address that looks internal.',
		decidedBy: `\`${typePath}\`, \`${namePath}\` (core/v1 Service), and the name service that this machine uses`,
		references: {},
		fix: service => ({
			command: kubectlService('delete', service),
			effect: 'Removes the alias: requests to it fail at once instead of going to whoever owns the name.',
		}),
		judge: judgeName,
	},
	{
		id: 'service-external-ips-set',
		kind: 'service',
		title: 'Service claims addresses of its own choice',
		severity: 'high',
		why: 'The cluster then sends traffic for these addresses to the Service: whoever may create Services can intercept it (CVE-2020-8554).',
		decidedBy: `\`${externalPath}\` (core/v1 Service)`,
		references: {azurePolicy: ['d46c275d-1680-448d-b2ec-e495a3b6cc89']},
		fix: service => ({
			command: kubectlService('patch', service, '--type merge --patch \'{"spec":{"externalIPs":null}}\''),
			effect: 'Traffic for these addresses leaves the cluster again as usual; who reached the Service by them does not any more.',
		}),
		judge: judgeExternal,
	},
];
