import type {Finding} from '../../model/finding.js';
import {Branch} from './branch.js';
import {readAlert} from './alert.js';
import {readAssessment} from './assessment.js';

/**
Maps an assessment or an alert of Defender for Cloud, as Resource Manager and Resource Graph send it. Never throws;
gives nothing where the document has no usable id or is neither of both.
Source: Microsoft.Security assessments 2025-05-04, alerts 2022-01-01. Members come in camelCase from Resource Manager
and partly in PascalCase from Resource Graph.
*/
export const readFinding = (document: unknown): Finding | undefined => {
	const root = Branch.of(document, true);
	const id = root.raw('id');
	if (typeof id !== 'string') {
		return undefined;
	}

	const lower = id.toLowerCase();
	if (lower.includes('/alerts/')) {
		return readAlert(root);
	}

	return lower.includes('/assessments/') ? readAssessment(root) : undefined;
};
