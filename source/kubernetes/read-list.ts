import {breathe} from '../azure/wait.js';
import {
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../model/known.js';
import {SourceError, unknownCauses} from '../model/source-error.js';
import type {KubernetesList, KubernetesReader} from './kubernetes-reader.js';

/**
Documents are mapped in slices of this many milliseconds.
*/
const slice = 8;

export type ListTaker = {
	readonly take: (document: unknown) => void;
	/**
	What came before is to be forgotten: the list begins anew.
	*/
	readonly restart: () => void;
};

/**
Reads a list to its end, document by document, each page forgotten as soon as it is mapped; the event loop is given back in between.

@throws SourceError as the reader does.
*/
export const readList = async (reader: KubernetesReader, list: KubernetesList, signal: AbortSignal, {take, restart}: ListTaker): Promise<void> => {
	let began = performance.now();
	const takeAll = async (documents: readonly unknown[]): Promise<void> => {
		for (const document of documents) {
			take(document);
			if (!(performance.now() - began > slice)) {
				continue;
			}

			// eslint-disable-next-line no-await-in-loop -- a pause is the point
			await breathe(signal);
			began = performance.now();
		}
	};

	for await (const {documents, isFirst} of reader.list(list, signal)) {
		if (isFirst) {
			restart();
		}

		await takeAll(documents);
	}
};

/**
What a task gives, or why it could not be read; what is no answer of the cluster (a signal, a mistake of ours) is thrown on.
*/
export const factOf = async <T>(task: () => Promise<Fact<T>>): Promise<Fact<T>> => {
	try {
		return await task();
	} catch (error) {
		if (!(error instanceof SourceError)) {
			throw error;
		}

		const {cause, reason, remedy} = error.detail;
		return unknown(unknownCauses[cause], remedy === undefined ? reason : `${reason} ${remedy}`);
	}
};

/**
As `readList`, for a short list of which every document counts: one that cannot be read makes all of it unknown.

@param read Gives nothing for what does not count.
*/
export const readFacts = async <T>(reader: KubernetesReader, list: KubernetesList, signal: AbortSignal, read: (document: unknown) => Fact<T | undefined>): Promise<Fact<readonly T[]>> =>
	factOf(async () => {
		let items: T[] = [];
		let broken: Unknown | undefined;
		await readList(reader, list, signal, {
			take(document) {
				const item = read(document);
				if (isUnknown(item)) {
					broken ??= item;
				} else if (item !== undefined) {
					items.push(item);
				}
			},
			restart() {
				items = [];
				broken = undefined;
			},
		});
		return broken ?? items;
	});
