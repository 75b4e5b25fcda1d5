import {imageSourceOf} from '../documents/package-data.js';
import {imageCount, imageOf} from '../fleet/images.js';
import {hexOf} from '../random.js';
import {diceOf, type Site} from './site.js';
import {careOf, namespaceOf} from './workloads.js';

export type PodSpec = {
	readonly namespace: string;
	readonly name: string;
	readonly container: string;
	readonly image: string;
	/**
	As the runtime tells it: with the digest, or the digest of a configuration alone.
	*/
	readonly imageId: string;
	readonly isOver?: boolean;
};

/**
Images that no registry of the company holds: one is approved, the others were taken from wherever they were.
*/
const foreign = ['mcr.microsoft.com/oss/v2/kubernetes/coredns:v1.12.1', 'docker.io/library/redis:7.2', 'quay.io/prometheus/node-exporter:v1.8.2'] as const;

const replicas = 2;

const suffixes = ['x2lq9', 'm7bvd', 'k4tzw'] as const;

const podsOf = (site: Site, namespace: string, app: string, image: string, imageId: string): readonly PodSpec[] =>
	Array.from({length: replicas}, (_, index): PodSpec => ({
		namespace, name: `${app}-${hexOf(site.context.seed, `set ${app} ${site.cluster.name}`, 9)}-${suffixes[index % suffixes.length]!}`, container: app, image, imageId,
	}));

const nameOf = (image: string): string => image.slice(image.lastIndexOf('/') + 1).split(':', 1)[0]!;

/**
What the team runs: the first versions of some services, newer ones of the rest. A sandbox runs fewer.
*/
const numbersOf = (site: Site): readonly number[] => {
	const source = imageSourceOf({kind: 'cluster', spec: site.cluster});
	const names = imageCount(source) / 3;
	const count = site.cluster.tier === 'Free' ? Math.ceil(names / 2) : names;
	return Array.from({length: count}, (_, number) => (number < 3 ? number : number + (names * (diceOf(site, `version ${number}`) % 2))));
};

/**
The pods of a cluster. One of what is foreign tells no digest that a registry would know; one job is over.
*/
export const podSpecs = (site: Site): readonly PodSpec[] => {
	const {context} = site;
	const source = imageSourceOf({kind: 'cluster', spec: site.cluster});
	const namespace = namespaceOf(site);
	const own = numbersOf(site).flatMap(number => {
		const image = imageOf(source, number, context);
		const host = `${source.name}.azurecr.io/${image.repository}`;
		return podsOf(site, namespace, nameOf(image.repository), `${host}:${image.tag}`, `${host}@${image.digest}`);
	});
	const outside = careOf(site) === 'open' ? foreign : foreign.slice(0, 1);
	return [
		...own,
		...outside.flatMap((image, index): readonly PodSpec[] => {
			const digest = `sha256:${hexOf(context.seed, image, 64)}`;
			return podsOf(site, index === 0 ? 'kube-system' : 'default', nameOf(image), image, index === 1 ? digest : `${image.slice(0, image.lastIndexOf(':'))}@${digest}`);
		}),
		{
			namespace, name: 'nightly-report-29413440-b8xkp', container: 'report', image: 'docker.io/library/busybox:1.36', imageId: `docker.io/library/busybox@sha256:${hexOf(context.seed, 'busybox', 64)}`, isOver: true,
		},
	];
};
