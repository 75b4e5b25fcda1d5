import type {KubernetesList, KubernetesPage, KubernetesReader} from '../../source/kubernetes/kubernetes-reader.js';
import type {SourceError} from '../../source/model/source-error.js';

export type ReaderAnswers = Readonly<Partial<Record<KubernetesList, ReadonlyArray<KubernetesPage | SourceError> | SourceError>>>;

/**
A reader over given pages: a list that is not given is not installed; an error among the pages ends the list there.
*/
export const readerOf = (answers: ReaderAnswers, version?: unknown): KubernetesReader => ({
	async version(signal) {
		signal.throwIfAborted();
		if (version instanceof Error) {
			throw version;
		}

		return version ?? {gitVersion: 'v1.33.2'};
	},
	async get() {
		throw new Error('Nothing is asked for by its name here.');
	},
	async * list(list, signal) {
		const pages = answers[list] ?? [];
		for (const page of pages instanceof Error ? [pages] : pages) {
			signal.throwIfAborted();
			if (page instanceof Error) {
				throw page;
			}

			yield page;
		}
	},
});

/**
All documents as one page.
*/
export const onePage = (documents: readonly unknown[]): readonly KubernetesPage[] => [{documents, isFirst: true}];
