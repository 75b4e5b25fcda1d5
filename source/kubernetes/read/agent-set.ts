import type {AgentSet} from '../../model/inside.js';
import {readDaemonSet} from './daemon-set.js';

/**
Names of DaemonSets, by their beginning: Defender's sensor, Azure Monitor's agents and Retina, as AKS calls them, and those of
products that are often found beside.
*/
const agents = new RegExp(`^(?:${[
	'microsoft-defender',
	'ama-logs',
	'ama-metrics',
	'omsagent',
	'retina-agent',
	'inspektor-gadget',
	'gadget$',
	'falco',
	'tetragon',
	'twistlock-defender',
	'sysdig',
	'aqua-enforcer',
	'wiz-sensor',
	'datadog',
	'dynatrace',
	'oneagent',
	'newrelic',
	'prometheus-node-exporter',
	'node-exporter',
	'fluent-?bit',
	'fluentd',
	'splunk',
	'otel-collector',
	'opentelemetry-collector',
].join('|')})`, 'v');

/**
The agent of a security or monitoring product that a DaemonSet runs; nothing where it runs something else. Never throws.
*/
export const readAgentSet = (document: unknown): AgentSet | undefined => {
	const {name, namespace, desired, ready} = readDaemonSet(document);
	return agents.test(name)
		? {
			name, namespace, desired, ready,
		}
		: undefined;
};
