import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import type {NodePool} from '../../../model/node-pool.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {aksCommand, needed, nodePoolCommand} from '../../commands.js';
import {
	fail,
	notApplicable,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {noStandards} from '../../../model/standards.js';
import {judgeTags, missingTags} from '../tags.js';

/**
The tags that a cluster has and that its pools should have too: those that are required, where any are.
*/
const inheritable = ({tags}: Cluster, {standards = noStandards}: JudgeContext): readonly string[] => {
	const {requiredTags} = standards;
	const required = new Set(requiredTags.map(name => name.toLowerCase()));
	const own = Object.keys(tags);
	return requiredTags.length === 0 ? own : own.filter(name => required.has(name.toLowerCase()));
};

type Bare = {readonly position: number; readonly pool: NodePool; readonly missing: readonly string[]};

/**
Pools that are known to lack some of the tags.
*/
const barePools = ({nodePools}: Cluster, wanted: readonly string[]): readonly Bare[] => (valueOf(nodePools) ?? [])
	.map((pool, position) => ({pool, position, missing: missingTags(wanted, pool.tags)}))
	.filter(({pool, missing}) => pool.mode !== 'ManagedSystem' && !isUnknown(pool.isTagged) && missing.length > 0);

const judgePropagation = (cluster: Cluster, context: JudgeContext): Outcome => {
	if (isUnknown(cluster.isTagged)) {
		return unknownBecause(cluster.isTagged.reason);
	}

	const wanted = inheritable(cluster, context);
	if (wanted.length === 0) {
		return notApplicable(seen('tags', Object.keys(cluster.tags).length === 0 ? undefined : Object.keys(cluster.tags)));
	}

	const bare = barePools(cluster, wanted);
	return bare.length === 0
		? unknownBecause('the tags of what AKS made in the node resource group (route table, load balancer, public IP, network security group) are not read')
		: fail(
			bare.map(({position, pool}) => seen(`properties.agentPoolProfiles[${position}].tags`, pool.isTagged === true ? Object.keys(pool.tags) : undefined)),
			{detail: `Pools do not inherit tags; without them: ${bare.map(({pool}) => pool.name).join(', ')}.`},
		);
};

/**
A tag whose name begins with a dash would be read as an option.
*/
const tagOptions = (tags: Readonly<Record<string, string>>): string => {
	const given = Object.entries(tags).filter(([name]) => !name.startsWith('-')).map(([name, value]) => shellQuote(`${name}=${value}`));
	return `--tags ${given.length === 0 ? needed('TAG', 'NAME=VALUE of a tag') : given.join(' ')}`;
};

export const tagChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-tags-missing',
		kind: 'cluster',
		title: 'Required tags are missing on the cluster',
		severity: 'low',
		why: 'Nobody can tell whose cluster is exposed, or who pays for it.',
		decidedBy: 'tags against the setting requiredTags, whatever the casing of names (Resource Graph)',
		references: {},
		fix: cluster => ({
			command: `az tag update --resource-id ${shellQuote(cluster.id)} --operation Merge --tags ${needed('TAG', 'NAME=VALUE of the missing tag')}`,
			effect: 'Adds the tag and leaves the others; nothing is interrupted. Once for each tag that is missing.',
		}),
		judge: judgeTags,
	},
	{
		id: 'aks-tags-not-propagated',
		kind: 'cluster',
		title: 'Tags of the cluster did not reach what belongs to it',
		severity: 'low',
		why: 'The machines of a pool without tags are the hardest to trace to an owner when something happens on them.',
		decidedBy: 'tags against properties.agentPoolProfiles[].tags (Resource Graph): those named in the setting requiredTags, or all; the node resource group is not read',
		references: {},
		fix(cluster) {
			const [first] = barePools(cluster, Object.keys(cluster.tags));
			return first === undefined
				? {
					command: aksCommand('update', cluster, tagOptions(cluster.tags)),
					effect: 'Sets the tags again, on the cluster and on what AKS made for it; nothing is interrupted.',
				}
				: {
					command: nodePoolCommand('update', first.pool, tagOptions({...cluster.tags, ...first.pool.tags})),
					effect: 'Sets the tags of this pool and of its machines; nothing is interrupted. Once for each pool without them.',
				};
		},
		judge: judgePropagation,
	},
];
