import {Branch} from '../../azure/read/branch.js';
import {valueOf} from '../../model/known.js';
import type {RunningImage} from '../../model/running-image.js';
import {readImageReference} from './image-reference.js';

/**
Containers of one pod that are looked at; more are no pod.
*/
const mostContainers = 200;

const statusLists = ['containerStatuses', 'initContainerStatuses', 'ephemeralContainerStatuses'] as const;

/**
A pod that is over runs nothing, though its containers are still listed.
*/
const isOver = (phase: string | undefined): boolean => phase === 'Succeeded' || phase === 'Failed';

const runningIn = (status: Branch): readonly Branch[] => statusLists.flatMap(name => (valueOf(status.list(name)) ?? []).slice(0, mostContainers).flatMap(element => {
	const container = Branch.of(element);
	return container.child('state').child('running').isPresent ? [container] : [];
}));

/**
What the spec calls the image of a container: a runtime may show nothing but the digest of its configuration.
*/
const namedInSpec = (root: Branch, name: unknown): unknown => {
	const containers = (valueOf(root.child('spec').list('containers')) ?? []).slice(0, mostContainers);
	return containers.map(element => Branch.of(element)).find(container => container.raw('name') === name)?.raw('image');
};

type Reference = NonNullable<ReturnType<typeof readImageReference>>;

const referenceOf = (root: Branch, container: Branch): Reference | undefined => {
	const named = readImageReference(container.raw('image')) ?? readImageReference(namedInSpec(root, container.raw('name')));
	// `imageID` is a whole reference, or the digest of the configuration alone, which no registry lists.
	const pulled = readImageReference(container.raw('imageID'));
	const place = pulled?.digest === undefined ? named : pulled;
	return place && {...place, tag: named?.tag};
};

/**
Counts the images that pods run. Of a pod nothing else is kept: its environment may hold secrets.
Source: core/v1 Pod, `status.containerStatuses`.
*/
export type PodImages = {
	readonly take: (document: unknown) => void;
	readonly restart: () => void;
	/**
	The most pods first.
	*/
	readonly images: () => readonly RunningImage[];
};

/**
Different images that one cluster is said to run; what is behind them is not kept.
*/
const mostImages = 5000;

export const createPodImages = (): PodImages => {
	const counted = new Map<string, Reference & {pods: number}>();
	return {
		take(document) {
			const root = Branch.of(document);
			const status = root.child('status');
			if (isOver(valueOf(status.text('phase')))) {
				return;
			}

			const seen = new Set<string>();
			for (const container of runningIn(status)) {
				const reference = referenceOf(root, container);
				if (!reference) {
					continue;
				}

				const key = `${reference.host}/${reference.repository}:${reference.tag ?? ''}@${reference.digest ?? ''}`;
				if (seen.has(key)) {
					continue;
				}

				seen.add(key);
				const known = counted.get(key);
				if (known) {
					known.pods++;
				} else if (counted.size < mostImages) {
					counted.set(key, {...reference, pods: 1});
				}
			}
		},
		restart() {
			counted.clear();
		},
		images: () => counted.values().toArray().toSorted((one, other) => other.pods - one.pods),
	};
};
