import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ClusterService} from '../../source/model/cluster-service.js';
import {createIndexed} from '../../source/model/indexed.js';
import {isUnknown, unknown, type Fact} from '../../source/model/known.js';
import type {NamespacePolicy} from '../../source/model/route.js';
import type {Tone} from '../theme.js';

/**
How the pods of a namespace are shut off: in a word for a table, and in a sentence.
*/
export const policyWords: Readonly<Record<NamespacePolicy['ingress'], {readonly word: string; readonly sentence: string; readonly tone: Tone}>> = {
	'default-deny': {word: 'default deny', sentence: 'default deny: only what a policy names gets in', tone: 'good'},
	some: {word: 'some', sentence: 'some, none of which shuts everything else out', tone: 'medium'},
	none: {word: 'none', sentence: 'none: every pod of the cluster gets in', tone: 'medium'},
};

const inNamespace = createIndexed<NamespacePolicy, string>(({namespace}) => namespace);

const notLookedInto = unknown('not-asked', 'nobody has looked into the cluster');

/**
The network policies of a Service's namespace; unknown where they were not read.
*/
export const policiesOf = ({clusterKey, namespace}: ClusterService, {insides}: Pick<Snapshot, 'insides'>): Fact<NamespacePolicy['ingress']> => {
	const policies = insides.get(clusterKey)?.namespacePolicies ?? notLookedInto;
	return isUnknown(policies) ? policies : inNamespace(policies, namespace)[0]?.ingress ?? 'none';
};
