import {isUnknown, type Fact} from '../../model/known.js';
import type {AdminSubject} from '../../model/inside.js';
import {listOf} from './list-of.js';
import {readMetadata} from './metadata.js';
import {together} from './together.js';

type Texts = ReadonlyArray<string | undefined>;

/**
Who a ClusterRoleBinding gives `cluster-admin`; nobody where it gives another role. Never throws.
Source: Kubernetes rbac.authorization.k8s.io/v1 ClusterRoleBinding.
*/
export const readAdminSubjects = (document: unknown): Fact<readonly AdminSubject[]> => {
	const {root, name: binding} = readMetadata(document);
	const role = root.required('roleRef').word('name');
	if (role !== 'cluster-admin') {
		return isUnknown(role) ? role : [];
	}

	const subjects = listOf(root, 'subjects', (subject): Fact<AdminSubject | undefined> => {
		const facts = together<Texts>(subject.word('kind'), subject.text('name', 253), subject.word('namespace'));
		if (isUnknown(facts)) {
			return facts;
		}

		const [kind, name, namespace] = facts;
		return kind === undefined || name === undefined
			? undefined
			: {
				binding, kind, name, namespace,
			};
	});
	return isUnknown(subjects) ? subjects : subjects ?? [];
};
