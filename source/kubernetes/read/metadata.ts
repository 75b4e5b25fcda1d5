import {Branch} from '../../azure/read/branch.js';
import {intern} from '../../azure/read/intern.js';
import {valueOf, type Fact} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';

/**
Names in Kubernetes have at most 253 characters.
*/
const longestName = 253;

export type Metadata = {
	readonly root: Branch;
	/**
	In brackets where the document has none: what cannot be named stays visible.
	*/
	readonly name: string;
	/**
	Empty for what has none.
	*/
	readonly namespace: string;
	readonly created: Fact<string | undefined>;
	readonly isDeleting: boolean;
	readonly labels: Branch;
	readonly annotations: Branch;
};

/**
A slash would pretend another place in an id: Kubernetes has none in names.
*/
const plainName = (sent: unknown): string => (typeof sent === 'string' ? sanitize(sent, longestName).replaceAll('/', '%2F') : '');

/**
Reads what every object of Kubernetes has. Never throws.
Source: Kubernetes meta/v1 ObjectMeta.
*/
export const readMetadata = (document: unknown): Metadata => {
	const root = Branch.of(document);
	const metadata = root.child('metadata');
	const name = plainName(metadata.raw('name'));
	return {
		root,
		name: name === '' ? '(unnamed)' : name,
		namespace: intern(plainName(metadata.raw('namespace'))),
		created: metadata.text('creationTimestamp', 64),
		isDeleting: valueOf(metadata.text('deletionTimestamp')) !== undefined,
		labels: metadata.child('labels'),
		annotations: metadata.child('annotations'),
	};
};
