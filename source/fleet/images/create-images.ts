import type {Collected} from '../../azure/collectors.js';
import type {Image} from '../../model/image.js';
import type {ImageScan} from '../../model/image-scan.js';
import type {Inside} from '../../model/inside.js';
import {unknown, type Unknown} from '../../model/known.js';
import type {RegistryContents} from '../../model/registry-contents.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import {createDerivation} from '../derivation.js';
import {toUnknown} from '../error-detail.js';
import {gapOf} from '../relations/gap-of.js';
import {createMemo} from '../relations/memo.js';
import type {Known} from '../sources.js';
import {createImagesOf, type ImagesInput} from './images-of.js';

export type ImagesParts = {
	readonly known: Known;
	/**
	Why scans could not be read.
	*/
	readonly scanError: SourceErrorDetail | undefined;
	readonly insides: ReadonlyMap<string, Inside>;
	readonly contents: ReadonlyMap<string, RegistryContents>;
};

export type Images = {
	/**
	The newest list that is finished.
	*/
	readonly list: (parts: ImagesParts) => readonly Image[];
	readonly stop: () => void;
};

const none: readonly never[] = Object.freeze([]);

const notYet = unknown('not-asked', 'Scans of images have not been read yet.');

const scanGapOf = (scans: Collected<ImageScan> | undefined, error: SourceErrorDetail | undefined): ImagesInput['scanGap'] => {
	if (!scans) {
		const reason = error ? toUnknown(error) : notYet;
		return () => reason;
	}

	// One object for each subscription: an image is another one where its gap is.
	const gaps = new Map<string, Unknown | undefined>();
	return subscriptionId => {
		if (!gaps.has(subscriptionId)) {
			gaps.set(subscriptionId, gapOf(scans.coverage.get(subscriptionId)));
		}

		return gaps.get(subscriptionId);
	};
};

/**
Puts together the images of a fleet, in slices, whenever something that they are made of has changed.

`onDone` is called after a list that took more than one slice.
*/
export const createImages = (onDone: () => void): Images => {
	const derivation = createDerivation(createImagesOf());
	const unsubscribe = derivation.subscribe(onDone);
	const keepGap = createMemo(scanGapOf);
	const inputOf = createMemo((
		clusters: Known['clusters'],
		registries: Known['registries'],
		scans: Known['imageScans'],
		scanGap: ImagesInput['scanGap'],
		running: Known['runningScans'],
		insides: ImagesParts['insides'],
		contents: ImagesParts['contents'],
	): ImagesInput => ({
		clusters: clusters?.items ?? none, registries, scans, scanGap, running, insides, contents,
	}));
	return {
		list({known, scanError, insides, contents}) {
			const {clusters, registries, imageScans, runningScans} = known;
			if (!registries || !clusters) {
				return derivation.current() ?? none;
			}

			derivation.ask(inputOf(clusters, registries, imageScans, keepGap(imageScans, scanError), runningScans, insides, contents));
			return derivation.current() ?? none;
		},
		stop: unsubscribe,
	};
};
